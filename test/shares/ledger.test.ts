import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebookOf } from '../../server/src/language';
import { ledgerOf } from '../../server/src/language/review/ledger';
import { type BoundData, type LedgerLine, possiblePercent } from '../../server/src/language/shares';
import { folder, snapshotOf } from '../harness/codebooks';
import { boundOf, withData } from './bound';
import { renderLine } from './render';

const codebook = `codebook: ledger
languages: [en]
data: {file: data.csv, id: id}
defaults: {base: answered, rounding: half_up}
frames:
  agencies: {label: Agencies, sent: 203, responded: 164}
  regions: {label: Regions, sent: 20, responded: 14}
  both: {label: Both, of: [agencies, regions]}
  unknown: {label: Unknown, sent: 12}
scales:
  actors: {categories: {agency: {code: 1, label: Agency}, region: {code: 2, label: Region}}}
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
    missing: {dont_know: {code: 8, kind: dont_know, label: Don't know}}
  extent:
    order: descending
    categories: {high: {code: 1, score: 2, label: High}, some: {code: 2, score: 1, label: Some}, none: {code: 3, score: 0, label: None}}
    groups: {any: {label: Any, of: [high, some]}}
questions:
  actor: {label: Actor, scale: actors}
  size: {label: Size, scale: actors}
  acts: {label: Acts, scale: yes_no, items: {a: A, b: B}}
  extent: {label: Extent, scale: extent}
  staff: {label: Staff, type: number}
  gone: {label: Gone, scale: yes_no}
indicators:
  share_of_a: {label: A, measure: share, of: acts.a}
  items: {label: Items, measure: share, of: acts = yes}
  staff_mean: {label: Staff, measure: mean, of: staff}
  staff_ends: {label: Staff, measure: quantile, of: staff, at: [0.25, 0.75]}
figures:
  one: {indicator: share_of_a, base: 8, count: 5, share: 63}
  by_actor: {indicator: share_of_a, by: actor, base: {agency: 4, region: 4, total: 8}, count: {agency: 3, total: 5}, share: {agency: 75, region: 51}}
  to_even: {indicator: share_of_a, rounding: half_even, share: 62}
  yes_and_no: {of: acts.a, by: actor, share: {"yes": {agency: 75}, "no": {agency: 25}, dont_know: {region: 0.0}}}
  of_items: {indicator: items, by: actor, base: {a: {agency: 4}, b: {region: 4}}, share: {a: {agency: 75.0}, b: {region: 75.00, total: 57}}}
  uneven: {indicator: items, base: 8}
  rows: {of: extent, by: actor, base: {agency: 4}, count: {high: {agency: 1}}, distribution: {high: {agency: 25}, any: {agency: 50, total: 62.5}}}
  crossed: {of: acts.a, by: actor * size, base: {agency: {agency: 2}}, share: {agency: {agency: 50, total: 75}, total: {region: 75}}}
  mean: {indicator: staff_mean, base: 8, mean: 5.13}
  ends: {indicator: staff_ends, quantile: {0.25: 2, 0.75: 7}}
  rates: {frames: [agencies, regions, both, unknown], base: {agencies: 203}, count: {both: 178}, rate: {agencies: 81, regions: 70.0, both: 79, unknown: 5}}
  said: {indicator: share_of_a, share: 99, unverifiable: the source counts another population}
  lost: {of: gone, share: 10}
  wrong: {indicator: staff_mean, share: 10}
`;

const csv = `id,actor,size,acts_a,acts_b,extent,staff
1,1,1,1,1,1,1
2,1,1,2,2,2,2
3,1,2,1,1,3,3
4,1,2,1,2,3,4
5,2,1,8,1,1,5
6,2,1,2,1,1,7
7,2,2,1,1,1,8
8,2,2,1,,3,11
`;

const lines = `one base: 8 = 8 equal
one count: 5 = 5 equal
one share: 63 = 63 equal
by_actor agency base: 4 = 4 equal
by_actor region base: 4 = 4 equal
by_actor total base: 8 = 8 equal
by_actor agency count: 3 = 3 equal
by_actor total count: 5 = 5 equal
by_actor agency share: 75 = 75 equal
by_actor region share: 51 = 50 differs
to_even share: 62 = 62 equal
yes_and_no yes agency share: 75 = 75 equal
yes_and_no no agency share: 25 = 25 equal
yes_and_no dont_know region share: 0.0 = 25 differs
of_items a agency base: 4 = 4 equal
of_items b region base: 4 = 3 differs
of_items a agency share: 75.0 = 75 equal
of_items b region share: 75.00 = 100 differs
of_items b total share: 57 = 71 differs
uneven base: 8 not_computable The base differs between the items: from 7 to 8.
rows agency base: 4 = 4 equal
rows high agency count: 1 = 1 equal
rows high agency distribution: 25 = 25 equal
rows any agency distribution: 50 = 50 equal
rows any total distribution: 62.5 = 62.5 equal
crossed agency/agency base: 2 = 2 equal
crossed agency/agency share: 50 = 50 equal
crossed agency/total share: 75 = 75 equal
crossed total/region share: 75 = 100 differs
mean base: 8 = 8 equal
mean mean: 5.13 = 5.13 equal
ends 0.25 quantile: 2 = 2 equal
ends 0.75 quantile: 7 = 7 equal
rates agencies base: 203 = 203 equal
rates both count: 178 = 178 equal
rates agencies rate: 81 = 81 equal
rates regions rate: 70.0 = 70 equal
rates both rate: 79 = 80 differs
rates unknown rate: 5 not_computable The frame \`unknown\` does not state \`sent\` and \`responded\`.
said share: 99 = 63 unverifiable the source counts another population
lost share: 10 not_computable A column it needs is not in the data.
wrong share: 10 not_computable The figure is of a mean: a \`share\` can't be computed from it.`;

const samples = ['central', 'workplaces'] as const;

function boundSample(name: (typeof samples)[number]): BoundData {
  const files = [`innovation_${name}.codebook.yaml`, 'innovation_common.codebook.yaml', `${name}.csv`];
  const read = (file: string): string => readFileSync(join(import.meta.dirname, '../../samples/innovation-2020', file), 'utf8');
  return boundOf(files.map((file) => `#- ${file}\n${read(file)}`).join('\n'), files[0]);
}

describe('every published number is held against the definition and the data', () => {
  it('with its own keys, decimals and rounding', () => {
    const bound = withData(codebook, csv);
    assert.equal(ledgerOf(bound.codebook, bound).map(renderLine).join('\n'), lines);
  });

  it('without data, response rates only', () => {
    const snapshot = snapshotOf(`#- main.codebook.yaml\n${codebook}`);
    const without = codebookOf(snapshot, `${folder}main.codebook.yaml`);
    assert.ok(without !== undefined);
    const ledger = ledgerOf(without, undefined);
    assert.equal(ledger.length, lines.split('\n').length);
    const statuses = new Map(ledger.map((line) => [renderLine(line).split(':')[0], line.status]));
    assert.equal(statuses.get('rates agencies rate'), 'equal');
    assert.equal(statuses.get('one share'), 'not_computable');
    assert.equal(statuses.get('said share'), 'unverifiable');
  });

  for (const name of samples) {
    it(`of the innovation survey: ${name}`, () => {
      const bound = boundSample(name);
      const ledger = ledgerOf(bound.codebook, bound);
      assert.ok(ledger.length > 50);
      assert.deepEqual(ledger.filter((line) => line.status !== 'equal').map(renderLine), []);
      assert.deepEqual(
        bound.findings().filter((finding) => finding.kind !== 'category-never-chosen'),
        [],
      );
    });
  }

  it('of the innovation survey: every percentage can come from its printed base, if halves are rounded up', () => {
    const ledgers = samples.map(boundSample).map((bound) => ledgerOf(bound.codebook, bound));
    assert.equal(countImpossible(ledgers.flat(), 'half_up'), 0);
    assert.equal(countImpossible(ledgers.flat(), 'half_even'), 6);
  });
});

/** Printed percentages that no count of the base printed beside them gives. */
function countImpossible(ledger: readonly LedgerLine[], rule: 'half_up' | 'half_even'): number {
  const where = (line: LedgerLine): string => JSON.stringify([line.figure, line.groups]);
  const bases = new Map(ledger.filter((line) => line.statistic === 'base').map((line) => [where(line), line.published.value]));
  return ledger.filter((line) => {
    const base = bases.get(where(line));
    const isShare = line.statistic === 'share' || line.statistic === 'distribution';
    return isShare && base !== undefined && !possiblePercent(line.published.value, line.published.decimals, base, rule);
  }).length;
}
