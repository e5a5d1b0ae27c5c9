import assert from 'node:assert/strict';
import type { Cell, Difference, ShareTable } from '../../server/src/language/shares';
import { disclosureRules, type Known, type Policy, publishable, type Repair } from '../../server/src/language/shares/policy';

const relations: Known['relations'] = {
  countsOf: () => ({ of: 'met', yes: 'yes', among: undefined, isForAll: true, isCondition: true }),
  members: () => [],
  merges: new Map(),
};

function cellOf(group: string, counted: number, base: number): Cell {
  const all = { n: base, weighted: base };
  const none = { n: 0, weighted: 0 };
  const levels = { all, amongNo: none, amongMissing: none, asked: all, answered: all, substantive: all, base: all };
  return {
    groups: [group],
    statistic: 'share',
    estimate: { kind: 'value', value: counted / base },
    waterfall: { ...levels, counted: { n: counted, weighted: counted } },
  };
}

const difference = (from: string, to: string): Difference => ({
  from: { groups: [from] },
  to: { groups: [to] },
  estimate: { kind: 'value', value: 0.25 },
  pValue: 0.03,
  adjusted: 0.06,
});

const table: ShareTable = {
  subject: { kind: 'question', id: 'met', labels: {}, measure: 'share' },
  by: ['actor'],
  base: 'answered',
  rounding: 'half_up',
  decimals: 0,
  weighted: false,
  items: [],
  categories: [],
  groups: [['a', 'b', 'c', 'd'].map((id) => ({ id, labels: {} }))],
  cells: [cellOf('a', 2, 20), cellOf('b', 9, 20), cellOf('c', 10, 20), cellOf('d', 11, 20), cellOf('total', 32, 80)],
  stackable: false,
  assumption: { variance: 'respondents', calibration: 'unweighted' },
  differences: [difference('a', 'c'), difference('c', 'd')],
  tests: [
    { variables: ['met', 'actor'], result: { kind: 'value', f: 3, numeratorDf: 3, denominatorDf: 76, pValue: 0.04, n: 80 } },
  ],
};

const policy: Policy = { disclosure: disclosureRules({ min_count: 3, min_base: 5 }) };

function verdictOf(tables: readonly ShareTable[], group: string): Cell['verdict'] {
  return tables[0]?.cells.find(({ groups }) => groups[0] === group)?.verdict;
}

describe('tables that may be shown', () => {
  it('have no difference and no test that rests on a number held back', () => {
    const [shown] = publishable(policy, [table], { relations });
    assert.deepEqual(shown?.differences, [
      {
        from: { groups: ['a'] },
        to: { groups: ['c'] },
        estimate: { kind: 'none', reason: 'suppressed' },
        uncertainty: { kind: 'none', reason: 'suppressed' },
        withoutTest: 'suppressed',
      },
      difference('c', 'd'),
    ]);
    assert.deepEqual(shown.tests, [{ variables: ['met', 'actor'], result: { kind: 'none', reason: 'suppressed' } }]);
  });

  it('have no difference from the rest where the total is held back', () => {
    const few = { ...table, cells: [cellOf('c', 10, 20), cellOf('total', 1, 40)] };
    const rest: Difference = { ...difference('c', 'c'), to: { groups: ['c'], rest: true } };
    const unprotected: Policy = { disclosure: disclosureRules({ min_count: 3, min_base: 5, secondary: false }) };
    const [shown] = publishable(unprotected, [{ ...few, differences: [rest] }], { relations });
    assert.deepEqual(
      shown?.differences.map(({ estimate }) => estimate),
      [{ kind: 'none', reason: 'suppressed' }],
    );
  });

  it('propose the cheapest change that passes when it is computed', () => {
    const asked: Repair[] = [];
    const remake: Known['remake'] = (_, cell, repair) => {
      asked.push(repair);
      return repair.kind === 'merge_groups' ? { ...cellOf('a', 11, 40), groups: cell.groups } : undefined;
    };
    const verdict = verdictOf(publishable(policy, [table], { relations, remake }), 'a');
    assert.deepEqual(verdict?.repair, { kind: 'merge_groups', variable: 'actor', groups: ['a', 'b'] });
    assert.deepEqual(asked, [verdict.repair]);
  });

  it('propose nothing that was computed and fails', () => {
    const remake: Known['remake'] = () => cellOf('a', 2, 40);
    const verdict = verdictOf(publishable(policy, [table], { relations, remake }), 'a');
    assert.deepEqual(verdict?.repair, { kind: 'drop_split', variable: 'actor' });
  });

  it('propose nothing for a number that protects another', () => {
    const verdict = verdictOf(publishable(policy, [table], { relations }), 'b');
    assert.deepEqual([verdict?.disclosure?.rule, verdict?.confStatus, verdict?.repair], ['secondary', 'D', undefined]);
  });

  it('keep both reasons, and disclosure first', () => {
    const precision: Policy['precision'] = {
      name: 'strict',
      version: '1',
      source: 'a test',
      level: undefined,
      rules: [{ name: 'n_below_100', action: 'suppress', of: ['share'], measure: 'n', breaks: 'below', limit: 100 }],
    };
    const shown = publishable({ ...policy, precision }, [table], { relations });
    const reasons = ['a', 'c'].map((group) => verdictOf(shown, group));
    assert.deepEqual(
      reasons.map((verdict) => [verdict?.disclosure?.rule, verdict?.precision?.rule, verdict?.obsStatus, verdict?.confStatus]),
      [
        ['min_count', 'n_below_100', 'Q', 'A'],
        [undefined, 'n_below_100', 'Q', 'N'],
      ],
    );
  });

  it('are the same tables where there is no policy', () => {
    const tables = [table];
    assert.equal(publishable({}, tables, { relations }), tables);
  });
});
