import assert from 'node:assert/strict';
import type { Shares, SubjectName } from '../../server/src/language/shares';
import { changes, roundOf } from './rounds';

/** Two of group `a` say yes, which the numbers of all and of group `b` would tell together. */
function round(policy: string): Shares {
  const codebook = `codebook: main
languages: [en]
data: {file: data.csv, id: id}
defaults: {base: substantive, by: []}
${policy}scales:
  actors: {categories: {a: {code: 1, label: A}, b: {code: 2, label: B}}}
  yes_no: {categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}}
questions:
  actor: {label: Actor, scale: actors}
  met: {label: Met, scale: yes_no}
indicators:
  all_met: {measure: share, of: met, by: [actor]}
  b_met: {measure: share, of: met, among: actor = b}
`;
  const rows = Array.from({ length: 60 }, (_, at) => [at, at < 20 ? 1 : 2, (at < 20 ? at < 2 : at % 2 === 0) ? 1 : 2]);
  return roundOf(codebook, `id,actor,met\n${rows.map((row) => row.join(',')).join('\n')}\n`);
}

const protectedBy = 'policy: {disclosure: {min_count: 3, min_base: 5}}\n';

function held(shares: Shares, id: string, others: readonly string[] = []): readonly string[] {
  const subjects = [id, ...others].map((name): SubjectName => ({ kind: 'indicator', id: name }));
  return shares
    .tablesAsked(subjects, {})
    .filter(({ subject }) => subject.id === id)
    .flatMap(({ cells }) =>
      cells.filter(({ verdict }) => verdict?.action === 'suppress').map(({ groups }) => groups.join() || 'all'),
    );
}

describe('What is published', () => {
  it('is the same whether a table is asked for alone or with the others', () => {
    const shares = round(protectedBy);
    for (const [id, other] of [
      ['all_met', 'b_met'],
      ['b_met', 'all_met'],
    ] as const) {
      assert.deepEqual(held(shares, id), held(shares, id, [other]), id);
    }
    assert.ok(held(shares, 'all_met').includes('a'));
  });

  it('holds back the differences from a round in which a number is held back', () => {
    const [open, closed] = [round(''), round(protectedBy)];
    const heldBack = held(closed, 'all_met');
    for (const { tables } of [changes(open, closed, 'none', ['all_met']), changes(closed, open, 'none', ['all_met'])]) {
      const suppressed = tables.flatMap(({ differences }) =>
        differences.filter(({ withoutTest }) => withoutTest === 'suppressed'),
      );
      assert.deepEqual(
        suppressed.map(({ now }) => now.groups.join()),
        heldBack,
      );
      for (const { estimate, pValue } of suppressed) assert.deepEqual([estimate.kind, pValue], ['none', undefined]);
    }
  });
});
