import assert from 'node:assert/strict';
import { problemsOf } from '../../server/src/language';
import { ledgerOf } from '../../server/src/language/review/ledger';
import { bindData } from '../../server/src/language/shares';
import { folder, snapshotOf } from '../harness/codebooks';
import { boundOfSnapshot } from '../shares/bound';

const file = `${folder}main.codebook.yaml`;

function fixture(policy: string): string {
  const rows = ['1,1,5', '1,1,5', '1,2,7', '1,2,7', '1,2,999', '1,7,5', '1,7,5', '1,x,5', '2,1,5', '2,1,5', '2,1,5', '2,2,5'];
  return `#- main.codebook.yaml
codebook: main
languages: [en]
data: {file: data.csv, id: id}
defaults: {base: substantive, by: [actor], source: {title: Report}}
${policy}scales:
  actors: {categories: {a: {code: 1, label: A}, b: {code: 2, label: B}}}
  yes_no: {categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}}
questions:
  actor: {label: Actor, scale: actors}
  met: {label: Met, scale: yes_no}
  cost: {label: Cost, type: number, range: 0..100}
figures:
  met_by_actor: {of: met, by: actor, count: {a: 3, b: 4}}
#- data.csv
id,actor,met,cost
${rows.map((row, at) => `${at},${row}`).join('\n')}
`;
}

const protectedBy = 'policy: {disclosure: {min_count: 3, min_base: 2}}\n';

function foundIn(policy: string): readonly string[] {
  return problemsOf(snapshotOf(fixture(policy)), file).flatMap(({ code, found }) =>
    ['code-not-in-scale', 'value-out-of-range', 'figure-differs', 'figure-not-computable'].includes(code)
      ? [`${code}: ${found}`]
      : [],
  );
}

describe('what is told beside tables', () => {
  it('counts everything where nothing is protected', () => {
    assert.deepEqual(foundIn(''), [
      'code-not-in-scale: `7` (2 times), `x` (once) in `met`; the codes of `met` are `1`, `2`',
      'value-out-of-range: `cost` of 1 respondent lies outside `0..100`: `999` (once)',
      'figure-differs: `a`: published 3, computed 2',
      'figure-differs: `b`: published 4, computed 3',
    ]);
  });

  it('counts nobody who is protected', () => {
    assert.deepEqual(foundIn(protectedBy), [
      'code-not-in-scale: `7`, `x` in `met`; the codes of `met` are `1`, `2`',
      'value-out-of-range: `cost` of fewer than 3 respondents lies outside `0..100`: values of few respondents',
      'figure-not-computable: 2 of the 2 numbers of `met_by_actor`: The codebook’s policy holds it back',
    ]);
  });

  it('puts no number that is held back beside a published one', () => {
    const snapshot = snapshotOf(fixture(protectedBy));
    const { codebook, table } = boundOfSnapshot(snapshot, file);
    const lines = ledgerOf(codebook, bindData(codebook, table));
    assert.deepEqual(
      lines.map(({ computed, status, reason }) => [computed, status, reason]),
      [
        [undefined, 'not_computable', 'The codebook’s policy holds it back.'],
        [undefined, 'not_computable', 'The codebook’s policy holds it back.'],
      ],
    );
  });
});
