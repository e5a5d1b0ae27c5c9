import type { Aggregate } from '../expression/typed';
import type { MissingKind, UnknownRule } from '../expression/value';
import { anyOf, type Branch, cases, type Fragment, sql } from './fragment';
import { holds } from './steps';
import {
  asNumber,
  invalid,
  isMissingAs,
  notAsked,
  type SqlValue,
  stateOf,
  undetermined,
  type Writer,
  withState,
  yesNoValue,
} from './value';

/** What the items of a count, sum or mean come to in each row, as columns. */
export interface Counted {
  readonly items: number;
  /** Items that are yes, and how many are without a known answer, less those counted as no. */
  readonly yes: Fragment;
  readonly unknown: Fragment;
  /** Whether an item was not asked, and does not count as no. */
  readonly notAsked: Fragment;
  readonly sum: Fragment;
}

export function countItems(
  writer: Writer,
  aggregate: Aggregate,
  items: readonly SqlValue[],
  rule: UnknownRule | undefined,
): Counted {
  const { dialect, layers } = writer;
  const isMean = aggregate.function === 'mean';
  const isOpen = (kind: MissingKind): boolean => isMean || !countsAsNo(kind, rule);
  const ones = (conditions: readonly Fragment[]): Fragment =>
    total(
      conditions.map((when) => cases([{ when, result: sql`1` }], sql`0`)),
      sql`0`,
    );
  const states = items.map(stateOf);
  const unasked = countsAsNo('not_asked', rule) ? [] : states.map((state) => sql`${state} = ${notAsked}`);
  const isNumbers = aggregate.function === 'sum' || isMean;
  const numbers = isNumbers ? items.map((item) => asNumber(writer, item).value) : [];
  return {
    items: items.length,
    yes: isNumbers ? sql`0` : layers.define('yes', ones(items.map((item) => holds(item, 0)))),
    unknown: layers.define('unknown', ones(states.map((state) => isMissingAs(state, isOpen)))),
    notAsked: anyOf(unasked),
    sum: isNumbers ? layers.define('sum', total(numbers, dialect.number(0))) : sql`0`,
  };
}

function countsAsNo(kind: MissingKind, rule: UnknownRule | undefined): boolean {
  return (kind === 'dont_know' && rule?.dontKnow === 'as_no') || (kind === 'not_asked' && rule?.notAsked === 'as_no');
}

/** Added from left to right, as doubles must be to come to the same. */
function total(terms: readonly Fragment[], zero: Fragment): Fragment {
  const [first, ...others] = terms;
  return first === undefined ? zero : others.reduce((sum, term) => sql`${sum} + ${term}`, first);
}

/** One value for the items, as the table of `unknown` rules has it. */
export function underRule(writer: Writer, aggregate: Aggregate, counted: Counted, rule: UnknownRule | undefined): SqlValue {
  const { unknown, items } = counted;
  const tooFew = (rule?.minValid ?? 0) > 0 ? [sql`${items} - ${unknown} < ${Math.ceil(rule?.minValid ?? 0)}`] : [];
  const before: Branch[] = [
    { when: counted.notAsked, result: sql`${notAsked}` },
    ...tooFew.map((when): Branch => ({ when, result: sql`${undetermined}` })),
  ];
  const number =
    aggregate.function === 'mean' ? meanOf(writer, counted, rule, before) : scaled(writer, aggregate, counted, rule, before);
  if (aggregate.function !== 'any' && aggregate.function !== 'all') return number;
  const state = stateOf(number);
  const value = asNumber(writer, number).value;
  const least = writer.dialect.number(1);
  const isYes = aggregate.function === 'any' ? sql`${value} >= ${least}` : sql`${value} = ${writer.dialect.number(items)}`;
  return yesNoValue(
    writer,
    aggregate.function,
    cases(
      [
        { when: sql`${state} < 0`, result: state },
        { when: isYes, result: sql`0` },
      ],
      sql`1`,
    ),
  );
}

/** A count or sum of the known items: as it is, or for all items. */
function scaled(
  writer: Writer,
  aggregate: Aggregate,
  { items, yes, unknown, sum }: Counted,
  rule: UnknownRule | undefined,
  before: readonly Branch[],
): SqlValue {
  const { dialect } = writer;
  const of = aggregate.function === 'sum' ? sum : dialect.asDouble(yes);
  const open = (when: Fragment): Branch => ({ when, result: sql`${undetermined}` });
  switch (rule?.rule ?? 'complete') {
    case 'as_no':
    case 'min_valid':
      return finiteNumber(writer, of, before);
    case 'prorate': {
      const isNone = sql`${unknown} >= ${items}`;
      const all = dialect.arithmetic('*', of, dialect.number(items));
      const share = dialect.arithmetic('/', sql`(${all})`, dialect.asDouble(sql`${items} - ${unknown}`));
      return finiteNumber(writer, cases([{ when: isNone, result: dialect.number(0) }], share), [...before, open(isNone)]);
    }
    case 'determinable':
    case 'complete':
      return finiteNumber(writer, of, [...before, open(sql`${unknown} > 0`)]);
  }
}

/** Of the known items, where there are enough of them. */
function meanOf(
  writer: Writer,
  { items, unknown, sum }: Counted,
  rule: UnknownRule | undefined,
  before: readonly Branch[],
): SqlValue {
  const { dialect } = writer;
  const enough = rule?.rule === 'min_valid' ? (rule.minValid ?? items) : items;
  const tooFew = sql`${items} - ${unknown} < ${Math.max(1, Math.ceil(enough))}`;
  const valid = dialect.asDouble(sql`${items} - ${unknown}`);
  const mean = cases([{ when: sql`${unknown} >= ${items}`, result: dialect.number(0) }], dialect.arithmetic('/', sum, valid));
  return finiteNumber(writer, mean, [...before, { when: tooFew, result: sql`${undetermined}` }]);
}

function finiteNumber(writer: Writer, number: Fragment, before: readonly Branch[]): SqlValue {
  const { dialect, layers } = writer;
  const value = layers.define('number', number);
  const branches = [...before, { when: sql`NOT ${dialect.isFinite(value)}`, result: sql`${invalid}` }];
  const state = layers.define('state', cases(branches, sql`0`));
  return withState(writer, 'number', { kind: 'number', value, state }, state);
}
