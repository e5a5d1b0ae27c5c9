import fc from 'fast-check';
import { missing, missingKinds, type Row, type Value } from '../../server/src/language/expression';
import { asRow, derived, type PlainRow, type PlainValue } from '../expression/questions';

/** Sound expressions over the questions of the truth tables, and respondents who answered them. */
interface Texts {
  readonly condition: string;
  readonly number: string;
}

const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const;

const plainConditions = [
  'collaborated',
  'strategy = yes',
  'broad != yes',
  'activities.ideas',
  'leadership >= some',
  'leadership = high_or_fairly_high',
  'leadership not in (high, some)',
  'actor in (agency, actor_before)',
  'actor = actor_before',
  "started < '2020-01-01'",
  "comment = 'x'",
];

const tests = [
  'asked(leadership)',
  'not answered(employees)',
  'kind(leadership) = dont_know',
  'substantive(collaborated or strategy)',
];

/** With `withTests`, also those that look at missing answers. */
export function conditions(withTests: boolean): fc.Arbitrary<string> {
  const leaves = withTests ? [...plainConditions, ...tests] : plainConditions;
  const { condition } = fc.letrec<Texts>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...leaves),
      fc
        .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
        .map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
      tie('condition').map((one) => `not (${one})`),
      fc
        .tuple(tie('number'), fc.constantFrom(...comparisons), tie('number'))
        .map(([a, operator, b]) => `${a} ${operator} ${b}`),
    ),
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('budget', 'staff_cost', 'score(leadership)', 'score(culture.risk)', '0', '2', '-1.5'),
      fc
        .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number'))
        .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    ),
  }));
  return condition;
}

/** Conditions around one count. */
export const countConditions: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('count(activities = yes)', 'count(activities, collaborated)', 'count(culture >= fairly_high)'),
    fc.constantFrom(...comparisons),
    fc.integer({ min: 0, max: 8 }),
    fc.constantFrom('', ' and strategy', ' or strategy = no'),
  )
  .map(([count, operator, k, rest]) => `${count} ${operator} ${k}${rest}`);

export const thresholds: fc.Arbitrary<string> = fc.integer({ min: 0, max: 8 }).map((k) => `count(activities = yes) >= ${k}`);

const known: Readonly<Record<string, readonly PlainValue[]>> = {
  actor: ['agency', 'region', 'municipality'],
  actor_before: ['agency', 'region', 'municipality'],
  leadership: ['high', 'fairly_high', 'some', 'not_at_all'],
  culture: ['high', 'fairly_high', 'some', 'not_at_all'],
  activities: [true, false],
  collaborated: [true, false],
  strategy: [true, false],
  broad: [true, false],
  budget: [0, 1, 2.5, -3, 1e308],
  staff_cost: [0, 1, 7, 1e308],
  employees: [0, 49, 50],
  started: ['2019-12-31', '2020-01-01'],
  comment: ['', 'x'],
};

/** A respondent with every answer known. */
export const fullRows: fc.Arbitrary<PlainRow> = rowsOf((values) => fc.constantFrom(...values));

function rowsOf(answer: (values: readonly PlainValue[]) => fc.Arbitrary<PlainValue>): fc.Arbitrary<PlainRow> {
  const answers = Object.entries(known).map(([name, values]) => {
    const type = derived.variable(name)?.type;
    if (type?.kind !== 'vector') return [name, answer(values)] as const;
    return [name, fc.record(Object.fromEntries(type.items.map((item) => [item, answer(values)] as const)))] as const;
  });
  return fc.record(Object.fromEntries<fc.Arbitrary<PlainRow[string]>>(answers));
}

/** The same respondent with some answers missing; `all` kinds, or only those of who was asked. */
export function blanked(kinds: 'all' | 'asked'): fc.Arbitrary<{ readonly full: Row; readonly blank: Row }> {
  const choices = missingKinds.filter((kind) => kinds === 'all' || kind !== 'not_asked');
  const holes = fc.infiniteStream(fc.option(fc.constantFrom(...choices), { freq: 3 }));
  return fc.tuple(fullRows, holes).map(([plain, stream]) => {
    const full = asRow(plain);
    const kept = new Map<string, Value>();
    const blank: Row = (variable, item) => {
      const key = `${variable}.${item ?? ''}`;
      const seen = kept.get(key);
      if (seen !== undefined) return seen;
      const kind = stream.next().value as (typeof choices)[number] | null;
      const value = kind === null ? full(variable, item) : missing(kind);
      kept.set(key, value);
      return value;
    };
    return { full, blank };
  });
}
