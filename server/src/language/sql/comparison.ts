import type { Value } from '../expression';
import { compare } from '../expression/evaluate-steps';
import type { Comparison, ComparisonOperator } from '../expression/typed';
import { folded, stepOf } from './folded';
import { type Branch, cases, type Fragment, isIn, lookedUp, never, sql } from './fragment';
import { knownValues, meeting } from './meeting';
import { invalid, isYesNo, type PlainSqlValue, type SqlValue, type Writer, yesNoValue } from './value';

export function comparison(writer: Writer, node: Comparison, left: SqlValue, right: SqlValue): SqlValue {
  if (left.kind === 'constant' && right.kind === 'constant') return folded(compare(node, stepOf(left), stepOf(right)));
  const met = comparedAs(writer, node, left, right);
  const code = meeting(left, right, node.mixes, (branches) =>
    met === undefined ? cases(branches, sql`${invalid}`) : cases([...branches, ...met], sql`1`),
  );
  return yesNoValue(writer, 'compared', code);
}

/** Branches that give yes where a comparison of known values holds; `undefined` for values that have no order. */
function comparedAs(writer: Writer, node: Comparison, left: SqlValue, right: SqlValue): readonly Branch[] | undefined {
  const isEquality = node.operator === '=' || node.operator === '!=';
  const yes = (when: Fragment): readonly Branch[] => [{ when, result: sql`0` }];
  const plain = plainPair(writer, left, right);
  if (plain !== undefined) return yes(compared(node.operator, plain[0], plain[1]));
  if (isEquality) {
    const equal = equalCodes(left, right);
    if (node.operator === '=') return yes(equal);
    return yes(equal === never ? sql`1 = 1` : sql`NOT (${equal})`);
  }
  if (node.ranking === undefined) return undefined;
  const ranks = [left, right].map((one) => rankOf(one, node.ranking ?? []));
  const [one = sql`-1`, other = sql`-1`] = ranks;
  return [{ when: sql`${one} < 0 OR ${other} < 0`, result: sql`${invalid}` }, ...yes(compared(node.operator, one, other))];
}

function compared(operator: ComparisonOperator, one: Fragment, other: Fragment): Fragment {
  switch (operator) {
    case '=':
      return sql`${one} = ${other}`;
    case '!=':
      return sql`${one} <> ${other}`;
    case '<':
      return sql`${one} < ${other}`;
    case '<=':
      return sql`${one} <= ${other}`;
    case '>':
      return sql`${one} > ${other}`;
    case '>=':
      return sql`${one} >= ${other}`;
  }
}

/** Two numbers, or two texts. */
function plainPair({ dialect }: Writer, left: SqlValue, right: SqlValue): readonly [Fragment, Fragment] | undefined {
  const plain = (one: SqlValue, kind: PlainSqlValue['kind']): Fragment | undefined => {
    if (one.kind === kind) return one.value;
    if (one.kind !== 'constant') return undefined;
    // A missing one is never compared.
    const value = one.value.known ? one.value.value : kind === 'number' ? 0 : '';
    if (typeof value === 'number') return kind === 'number' ? dialect.number(value) : undefined;
    return typeof value === 'string' && kind === 'text' ? dialect.text(value) : undefined;
  };
  for (const kind of ['number', 'text'] as const) {
    const one = plain(left, kind);
    const other = plain(right, kind);
    if (one === undefined || other === undefined) continue;
    return kind === 'number' ? [one, other] : [dialect.ordered(one), dialect.ordered(other)];
  }
  return undefined;
}

/** Whether two categories, yes or no among them, are the same. */
function equalCodes(left: SqlValue, right: SqlValue): Fragment {
  if (left.kind === 'constant') return right.kind === 'constant' ? never : equalCodes(right, left);
  if (left.kind !== 'category') return never;
  const ofLeft = knownValues(left);
  if (right.kind === 'constant') {
    const wanted: Value = right.value;
    return wanted.known
      ? isIn(
          left.code,
          ofLeft.flatMap((one, at) => (one === wanted.value ? at : [])),
        )
      : never;
  }
  if (right.kind !== 'category') return never;
  const ofRight = knownValues(right);
  if (ofLeft.length === ofRight.length && ofLeft.every((one, at) => one === ofRight[at]))
    return sql`${left.code} = ${right.code}`;
  // Codes of one scale in terms of the other; -100 is no code.
  const keys = ofRight.flatMap((one, at) =>
    ofLeft.includes(one) ? { key: sql`${at}`, result: sql`${ofLeft.indexOf(one)}` } : [],
  );
  return keys.length === 0 ? never : sql`${left.code} = ${lookedUp(right.code, keys, sql`-100`)}`;
}

/** The place of a category in the order of meaning, -1 for what has none. */
function rankOf(value: SqlValue, ranking: readonly string[]): Fragment {
  const places = new Map(ranking.map((id, rank) => [id, rank] as const));
  if (value.kind === 'constant') {
    const id = value.value.known ? value.value.value : undefined;
    return sql`${typeof id === 'string' ? (places.get(id) ?? -1) : -1}`;
  }
  if (value.kind !== 'category' || isYesNo(value)) return sql`-1`;
  const keys = value.ids.flatMap((id, at) => (places.has(id) ? { key: sql`${at}`, result: sql`${places.get(id) ?? -1}` } : []));
  return lookedUp(value.code, keys, sql`-1`);
}
