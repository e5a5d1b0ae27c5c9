import { isInBase, known, missing, type Value } from '../expression';
import { arithmetic, oneOf, scoreOf, threeValued } from '../expression/evaluate-steps';
import type { Arithmetic, KindTest, LevelTest, Logic, OneOf, Score } from '../expression/typed';
import { folded, stepOf } from './folded';
import { type Branch, cases, type Fragment, isIn, lookedUp, never, sql } from './fragment';
import { knownValues, meeting } from './meeting';
import {
  asNumber,
  codesOf,
  constant,
  invalid,
  isYesNo,
  notAsked,
  type SqlValue,
  stateOf,
  undetermined,
  type Writer,
  withState,
  yesNoValue,
} from './value';

export function negation(writer: Writer, operand: SqlValue): SqlValue {
  if (operand.kind === 'constant') {
    const { value } = operand;
    return value.known ? constant(typeof value.value === 'boolean' ? known(!value.value) : missing('invalid')) : operand;
  }
  if (!isYesNo(operand)) return strictlyInvalid(writer, operand);
  const turned = [
    { key: sql`0`, result: sql`1` },
    { key: sql`1`, result: sql`0` },
  ];
  return yesNoValue(writer, 'not', lookedUp(operand.code, turned, operand.code));
}

export function minus(writer: Writer, operand: SqlValue): SqlValue {
  if (operand.kind === 'constant') {
    const { value } = operand;
    return value.known ? constant(typeof value.value === 'number' ? known(0 - value.value) : missing('invalid')) : operand;
  }
  if (operand.kind !== 'number') return asNumber(writer, operand);
  const value = writer.layers.define('minus', sql`${writer.dialect.number(0)} - ${operand.value}`);
  return { ...operand, value };
}

/** A missing value stays what it is, a known one is of the wrong kind. */
function strictlyInvalid(writer: Writer, operand: SqlValue): SqlValue {
  const state = stateOf(operand);
  return yesNoValue(writer, 'invalid', cases([{ when: sql`${state} < 0`, result: state }], sql`${invalid}`));
}

/** `and`, `or` after Kleene; what was not asked is outside the universe of both. */
export function logic(writer: Writer, node: Logic, left: SqlValue, right: SqlValue): SqlValue {
  if (left.kind === 'constant' && right.kind === 'constant') return folded(threeValued(node, stepOf(left), stepOf(right)));
  const decisive = node.operator === 'or' ? 0 : 1;
  const decides = [left, right].map((one) => holds(one, decisive)).filter((one) => one !== never);
  const states = [left, right].map(stateOf);
  const [one = sql`0`, other = sql`0`] = states;
  const branches: Branch[] = [
    { when: sql`${one} = ${notAsked} OR ${other} = ${notAsked}`, result: sql`${notAsked}` },
    ...decides.map((when): Branch => ({ when, result: sql`${decisive}` })),
    { when: sql`${one} >= 0 AND ${other} >= 0`, result: sql`${1 - decisive}` },
  ];
  return yesNoValue(writer, node.operator, cases(branches, leftOpen(one, other, node.mixes)));
}

/** Whether a value is yes (0) or no (1). */
export function holds(value: SqlValue, code: 0 | 1): Fragment {
  if (value.kind === 'constant') return value.value.known && value.value.value === (code === 0) ? sql`1 = 1` : never;
  return isYesNo(value) ? sql`${value.code} = ${code}` : never;
}

/** What two operands leave open, neither of them not asked and at least one missing. */
function leftOpen(one: Fragment, other: Fragment, mixes: boolean): Fragment {
  return mixes ? sql`${undetermined}` : cases([{ when: sql`${one} < 0`, result: one }], other);
}

/** Arithmetic on numbers; division by zero, and what is too large, is `invalid`. */
export function calculation(writer: Writer, node: Arithmetic, left: SqlValue, right: SqlValue): SqlValue {
  if (left.kind === 'constant' && right.kind === 'constant') return folded(arithmetic(node, stepOf(left), stepOf(right)));
  const { dialect, layers } = writer;
  const one = asNumber(writer, left);
  const other = asNumber(writer, right);
  const isNumbers = [left, right].every(isNumber);
  const states = [left, right].map(stateOf);
  const zero = dialect.number(0);
  const computable = [
    ...states.map((state) => sql`${state} >= 0`),
    ...(node.operator === '/' ? [sql`${other.value} <> ${zero}`] : []),
  ];
  const all = computable.slice(1).reduce((before, next) => sql`${before} AND ${next}`, computable[0] ?? sql`1 = 1`);
  const result = layers.define(
    'result',
    cases([{ when: all, result: dialect.arithmetic(node.operator, one.value, other.value) }], zero),
  );
  const faults: Branch[] = [
    ...(node.operator === '/' ? [{ when: sql`${other.value} = ${zero}`, result: sql`${invalid}` }] : []),
    { when: sql`NOT ${dialect.isFinite(result)}`, result: sql`${invalid}` },
  ];
  const code = meeting(left, right, node.mixes, (branches) =>
    isNumbers ? cases([...branches, ...faults], sql`0`) : cases(branches, sql`${invalid}`),
  );
  const state = layers.define('state', code);
  return withState(writer, 'number', { kind: 'number', value: result, state }, state);
}

function isNumber(value: SqlValue): boolean {
  if (value.kind === 'constant') return !value.value.known || typeof value.value.value === 'number';
  return value.kind === 'number';
}

export function membership(writer: Writer, node: OneOf, operand: SqlValue): SqlValue {
  if (operand.kind === 'constant') return folded(oneOf(node, stepOf(operand)));
  const { dialect } = writer;
  const state = stateOf(operand);
  const list = (one: Fragment, pieces: readonly Fragment[]): Fragment => {
    const [first, ...others] = pieces;
    return first === undefined ? never : sql`${one} IN (${others.reduce((before, next) => sql`${before}, ${next}`, first)})`;
  };
  const isMember = (): Fragment => {
    switch (operand.kind) {
      case 'category':
        return isIn(
          operand.code,
          knownValues(operand).flatMap((one, at) => (node.values.includes(one) ? at : [])),
        );
      case 'number':
        return list(
          operand.value,
          node.values.flatMap((one) => (typeof one === 'number' ? dialect.number(one) : [])),
        );
      case 'text':
        return list(
          operand.value,
          node.values.flatMap((one) => (typeof one === 'string' ? dialect.text(one) : [])),
        );
    }
  };
  const branches = [
    { when: sql`${state} < 0`, result: state },
    { when: isMember(), result: sql`${node.negated ? 1 : 0}` },
  ];
  return yesNoValue(writer, 'one_of', cases(branches, sql`${node.negated ? 0 : 1}`));
}

/** A category without a score has no number: `invalid`. */
export function score(writer: Writer, node: Score, item: string | undefined, operand: SqlValue): SqlValue {
  if (operand.kind === 'constant') return folded(scoreOf(node, stepOf(operand)), item);
  if (operand.kind !== 'category' || isYesNo(operand)) return asNumber(writer, strictlyInvalid(writer, operand));
  const { dialect, layers } = writer;
  const scores = operand.ids.map(
    (id) =>
      folded(
        scoreOf(node, () => known(id)),
        item,
      ).value,
  );
  const numbers = scores.flatMap((one, at) =>
    one.known && typeof one.value === 'number' ? { key: sql`${at}`, result: dialect.number(one.value) } : [],
  );
  const without = scores.flatMap((one, at) => (one.known ? [] : at));
  const faults = [
    { when: sql`${operand.code} < 0`, result: operand.code },
    { when: isIn(operand.code, without), result: sql`${invalid}` },
  ];
  return {
    kind: 'number',
    value: layers.define('score', lookedUp(operand.code, numbers, dialect.number(0))),
    state: layers.define('score_state', cases(faults, sql`0`)),
  };
}

/** `asked`, `answered`, `substantive`: never missing. */
export function levelTest(writer: Writer, node: LevelTest, operand: SqlValue): SqlValue {
  if (operand.kind === 'constant') return constant(known(isInBase(operand.value, node.level)));
  const out = codesOf((kind) => !isInBase(missing(kind), node.level));
  return yesNoValue(writer, node.level, cases([{ when: isIn(stateOf(operand), out), result: sql`1` }], sql`0`));
}

export function kindTest(writer: Writer, node: KindTest, operand: SqlValue): SqlValue {
  const isOne = (value: Value): boolean => !value.known && node.kinds.includes(value.kind);
  if (operand.kind === 'constant') return constant(known(isOne(operand.value) !== node.negated));
  const wanted = codesOf((kind) => node.kinds.includes(kind));
  const branches = [{ when: isIn(stateOf(operand), wanted), result: sql`${node.negated ? 1 : 0}` }];
  return yesNoValue(writer, 'kind', cases(branches, sql`${node.negated ? 0 : 1}`));
}
