import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nobody } from '../../server/src/language/estimation/tally';
import { type BoundData, type Cell, type ShareTable, tablesFor } from '../../server/src/language/shares';
import {
  type Contributions,
  contributionsOf,
  disclosureRules,
  policyOf,
  publishable,
  relationsOf,
  toldCount,
} from '../../server/src/language/shares/policy';
import { readData, withData } from '../shares/bound';

interface Case {
  readonly name: string;
  readonly rules: Readonly<Record<string, unknown>>;
  /** How many said yes and no. */
  readonly groups: Readonly<Record<string, readonly [number, number]>>;
  /** The rule of each group that is held back. */
  readonly held: Readonly<Record<string, string>>;
}

const cases: readonly Case[] = JSON.parse(readData('policy-disclosure.json'));

const ids = ['a', 'b', 'c'];

function surveyOf(groups: Case['groups'], policy: unknown): BoundData {
  const rows = ids.flatMap((id, at) => {
    const [yes, no] = groups[id] ?? [0, 0];
    const row = (code: number, amount: number) => `${at + 1},${code},${amount}`;
    return [...Array.from({ length: yes }, () => row(1, 10)), ...Array.from({ length: no }, () => row(2, 20))];
  });
  const codebook = `codebook: policy
languages: [en]
data: {file: data.csv, id: id}
defaults: {base: answered, by: [actor]}
policy: {disclosure: ${JSON.stringify(policy)}}
scales:
  actors: {categories: {a: {code: 1, label: A}, b: {code: 2, label: B}, c: {code: 3, label: C}}}
  yes_no: {categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}}
questions:
  actor: {label: Actor, scale: actors}
  met: {label: Met, scale: yes_no}
  spent: {label: Spent, type: number}
indicators:
  met_share: {label: Met, measure: share, of: met}
  spent_total: {label: Spent, measure: total, of: spent}
`;
  return withData(codebook, ['id,actor,met,spent', ...rows.map((row, at) => `${at},${row}`), ''].join('\n'));
}

function shownBy(
  bound: BoundData,
  indicators: readonly string[],
  contributions?: (table: ShareTable, cell: Cell) => Contributions | undefined,
): readonly ShareTable[] {
  const { codebook } = bound;
  const tables = indicators.flatMap((id) => tablesFor(codebook, bound, { kind: 'indicator', id }));
  const known = { relations: relationsOf(codebook), ...(contributions === undefined ? {} : { contributions }) };
  return publishable(policyOf(codebook), tables, known);
}

/** The rule of each cell that is held back, by group. */
function heldIn(tables: readonly ShareTable[]): Readonly<Record<string, string | undefined>> {
  const held = tables.flatMap(({ cells }) => cells.filter(({ verdict }) => verdict?.action === 'suppress'));
  return Object.fromEntries(held.map(({ groups, verdict }) => [groups.join(), verdict?.disclosure?.rule]));
}

describe('disclosure', () => {
  for (const { name, rules, groups, held } of cases) {
    it(name, () => assert.deepEqual(heldIn(shownBy(surveyOf(groups, rules), ['met_share'])), held));
  }

  it('tells nothing of what it holds back', () => {
    const bound = surveyOf({ a: [3, 9], b: [8, 9], c: [9, 9] }, { min_count: 4, min_base: 5 });
    const [table] = shownBy(bound, ['met_share']);
    const cell = table?.cells.find(({ groups }) => groups[0] === 'a');
    assert.ok(cell);
    assert.deepEqual(cell.estimate, { kind: 'none', reason: 'suppressed' });
    assert.equal(toldCount(cell.waterfall, 'counted'), undefined);
    assert.equal(toldCount(cell.waterfall, 'base')?.n, 12);
    assert.deepEqual([cell.verdict?.action, cell.verdict?.obsStatus, cell.verdict?.confStatus], ['suppress', 'Q', 'A']);
    assert.deepEqual([cell.bounds, cell.uncertainty], [undefined, { kind: 'none', reason: 'suppressed' }]);
  });

  it('a base is too small also where another table counts it', () => {
    const bound = surveyOf({ a: [2, 2], b: [8, 9], c: [9, 9] }, { min_count: 1, min_base: 5 });
    const { codebook } = bound;
    const subjects = [
      { kind: 'question', id: 'actor' },
      { kind: 'indicator', id: 'met_share' },
    ] as const;
    const tables = subjects.flatMap((subject) => tablesFor(codebook, bound, subject));
    const asked = tables.map((table) => ({ ...table, base: 'asked' as const }));
    const [actors, met] = publishable(policyOf(codebook), asked, { relations: relationsOf(codebook) });
    assert.ok(actors !== undefined && met !== undefined);
    assert.deepEqual(heldIn([met]), { a: 'min_base', b: 'secondary' });
    assert.deepEqual(
      actors.cells
        .filter(({ category, groups }) => category === 'a' && groups.every((group) => group === 'total'))
        .map((cell) => cell.verdict?.disclosure?.rule),
      ['min_base'],
    );
  });

  it('dominance: a total of which two make up more than they may is held back, with another', () => {
    const bound = surveyOf({ a: [5, 5], b: [5, 5], c: [5, 5] }, { dominance: { n: 2, k: 85 } });
    const of =
      (k: number) =>
      (_: ShareTable, { groups }: Cell) =>
        groups[0] === 'a' ? { total: 100, largest: [k - 10, 10, 1] } : { total: 100, largest: [20, 20] };
    assert.deepEqual(heldIn(shownBy(bound, ['spent_total'], of(85))), {});
    assert.deepEqual(heldIn(shownBy(bound, ['spent_total'], of(86))), { a: 'dominance', b: 'secondary' });
  });

  it('the largest amounts come from the data, one for each respondent', () => {
    const tally = (value: number, n: number) => ({ ...nobody, values: [value], n, weighted: n * 1.5 });
    const { total, largest } = contributionsOf([tally(3, 2), tally(-40, 1), tally(10, 2)], 4);
    assert.deepEqual([total, largest], [66, [40, 10, 10, 3]]);
  });

  it('p percent: a total that tells the largest too closely is held back, with another', () => {
    const bound = surveyOf({ a: [5, 5], b: [5, 5], c: [5, 5] }, { p_percent: 10 });
    const of =
      (rest: number) =>
      (_: ShareTable, { groups }: Cell) =>
        groups[0] === 'a' ? { total: 70 + rest, largest: [50, 20, rest] } : { total: 100, largest: [20, 20] };
    assert.deepEqual(heldIn(shownBy(bound, ['spent_total'], of(5))), {});
    assert.deepEqual(heldIn(shownBy(bound, ['spent_total'], of(4.9))), { a: 'p_percent', b: 'secondary' });
  });
});

const count = fc.integer({ min: 0, max: 9 });
const surveys = fc.record({ a: fc.tuple(count, count), b: fc.tuple(count, count), c: fc.tuple(count, count) });
const limit = fc.integer({ min: 1, max: 5 });

describe('laws of disclosure', () => {
  it('a policy twice is a policy once', () => {
    fc.assert(
      fc.property(surveys, limit, (survey, min_count) => {
        const bound = surveyOf(survey, { min_count });
        const once = shownBy(bound, ['met_share', 'spent_total']);
        assert.deepEqual(publishable(policyOf(bound.codebook), once, { relations: relationsOf(bound.codebook) }), once);
      }),
      { numRuns: 30 },
    );
  });

  it('a stricter limit lets nothing come to light', () => {
    fc.assert(
      fc.property(surveys, limit, limit, fc.boolean(), (survey, min_count, min_base, isCount) => {
        const milder = heldIn(shownBy(surveyOf(survey, { min_count, min_base }), ['met_share']));
        const stricter = isCount ? { min_count: min_count + 1, min_base } : { min_count, min_base: min_base + 1 };
        const held = heldIn(shownBy(surveyOf(survey, stricter), ['met_share']));
        assert.deepEqual(
          Object.keys(milder).filter((group) => !(group in held)),
          [],
        );
      }),
      { numRuns: 60 },
    );
  });

  it('no number that is held back stands anywhere in what is shown', () => {
    const odd = 7919;
    fc.assert(
      fc.property(surveys, (survey) => {
        const bound = surveyOf(survey, { min_count: 4, min_base: 5 });
        const { codebook } = bound;
        const rules = disclosureRules({ min_count: 4, min_base: 5 });
        const tables = tablesFor(codebook, bound, { kind: 'indicator', id: 'met_share' });
        const known = { relations: relationsOf(codebook) };
        const held = new Set(Object.keys(heldIn(publishable({ disclosure: rules }, tables, known))));
        // Every number of a cell that will be held back is made one that nothing else can be.
        const marked = tables.map((table) => ({
          ...table,
          cells: table.cells.map((cell): Cell => (held.has(cell.groups.join()) ? markedCell(cell, odd) : cell)),
        }));
        assert.ok(!numbersIn(publishable({ disclosure: rules }, marked, known)).includes(odd));
      }),
      { numRuns: 30 },
    );
  });
});

/** Every number anywhere in a value. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** The weighted counts, the estimate, the bounds and the uncertainty of a cell: counts themselves are what rules look at. */
function markedCell(cell: Cell, odd: number): Cell {
  return {
    ...cell,
    estimate: { kind: 'value', value: odd, ratio: { numerator: odd, denominator: odd } },
    bounds: { low: odd, high: odd },
    uncertainty: {
      kind: 'value',
      standardError: odd,
      degreesOfFreedom: odd,
      interval: { kind: 'none', method: 'logit', reason: 'not_defined' },
      intervals: [],
    },
    waterfall: { ...cell.waterfall, counted: { n: cell.waterfall.counted.n, weighted: odd } },
  };
}
