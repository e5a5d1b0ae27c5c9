import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WaveComparison, WaveDifference } from '../../server/src/language/shares/waves';
import { changes, roundOf } from './rounds';

/** What R says of the change between two rounds; `waves.R` wrote it. */
interface Case {
  readonly name: string;
  readonly data: string;
  readonly strata?: string;
  readonly psu: readonly string[];
  readonly fpc: readonly string[];
  /** Rows of each round whose `key` can be divided by it are left out; 0 leaves out none. */
  readonly left: readonly [number, number];
  readonly key: string;
  readonly apart: boolean;
  readonly numbers: readonly Expected[];
}

interface Expected {
  readonly measure: string;
  readonly type: string;
  readonly earlier: number;
  readonly now: number;
  readonly change: number;
  readonly se: number;
  readonly df: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

const reference = join(import.meta.dirname, '../reference');
const { cases }: { readonly cases: readonly Case[] } = JSON.parse(readFileSync(join(reference, 'waves.json'), 'utf8'));

describe("Changes between two rounds equal those of R's survey package", () => {
  for (const one of cases) {
    it(one.name, () => {
      const comparison = changes(round(one, '99'), round(one, '00'));
      assert.equal(comparison.overlap.kind, one.apart ? 'separate' : 'stacked');
      for (const expected of one.numbers) agree(found(comparison, expected), expected);
    });
  }

  it('says how many units are in both, and where populations count', () => {
    const overlaps = cases.map((one) => {
      const { overlap } = changes(round(one, '99'), round(one, '00'));
      if (overlap.kind === 'separate') return `${one.name}: ${overlap.reason}`;
      const { units, unit, populations } = overlap;
      return `${one.name}: ${units.both} of ${units.earlier} and ${units.now} ${unit}, ${populations.used} of ${populations.stated}`;
    });
    assert.deepEqual(overlaps, [
      'respondents: 107 of 134 and 160 respondents, 0 of 0',
      'a panel: 200 of 200 and 200 respondents, 0 of 0',
      'strata: 107 of 134 and 160 respondents, 0 of 0',
      'a panel in strata with their populations: 200 of 200 and 200 respondents, 3 of 3',
      'populations count where both rounds drew the same: 199 of 199 and 200 respondents, 2 of 3',
      'districts: 9 of 12 and 12 sampling_units, 0 of 0',
      'a panel of districts with their population: 15 of 15 and 15 sampling_units, 1 of 1',
      'a panel in two stages: 40 of 40 and 40 sampling_units, 1 of 1',
      'two stages without populations: 36 of 38 and 37 sampling_units, 0 of 0',
      'rounds drawn apart: no_id',
      'districts drawn apart: no_id',
    ]);
  });
});

function round({ data, key, left, strata, psu, fpc, apart }: Case, year: '99' | '00') {
  const [head, ...lines] = readFileSync(join(reference, `${data}.csv`), 'utf8')
    .trim()
    .split('\n');
  const names = (head ?? '').split(',');
  const divisor = year === '99' ? left[0] : left[1];
  const rows = lines.flatMap((line, at) => {
    const row = new Map(line.split(',').map((cell, place) => [names[place] ?? '', cell]));
    row.set('row', `${at + 1}`);
    if (divisor !== 0 && Number(row.get(key)) % divisor === 0) return [];
    const weight = Number(row.get('pw')) * (year === '99' ? 1 + ((at + 1) % 4) / 10 : 1);
    row.set('w', `${weight}`).set('y', row.get(`api${year}`) ?? '');
    return [row];
  });
  const columns = ['row', 'w', 'y', ...names];
  const csv = [columns, ...rows.map((row) => columns.map((name) => row.get(name) ?? ''))].map((cells) => cells.join(','));
  const design = [
    ...(strata === undefined ? [] : [`strata: ${strata}`]),
    ...(psu.length === 0 ? [] : [`psu: [${psu.join(', ')}]`]),
    ...(fpc.length === 0 ? [] : [`fpc: [${fpc.join(', ')}]`]),
  ];
  const stated = design.length === 0 ? '' : `, design: {${design.join(', ')}}`;
  return roundOf(
    `codebook: waves
languages: [en]
unit: {type: school}
data: {file: data.csv, ${apart ? '' : 'id: row, '}weight: w${stated}}
defaults: {base: answered, by: [type]}
scales:
  types: {categories: {E: {code: E, label: Elementary}, H: {code: H, label: High}, M: {code: M, label: Middle}}}
questions:
  type: {label: Type, scale: types}
  y: {label: Score, type: number}
  stu: {label: Tested, type: number}
  enroll: {label: Enrolled, type: number}
derived:
  above: {label: Above 650, value: y >= 650}
indicators:
  mean: {measure: mean, of: y}
  share: {measure: share, of: above}
  total: {measure: total, of: stu}
  ratio: {measure: ratio, of: stu, per: enroll}
`,
    `${csv.join('\n')}\n`,
  );
}

function found({ tables }: WaveComparison, { measure, type }: Expected): WaveDifference {
  const differences = tables.find(({ now }) => now.subject.id === measure)?.differences;
  const difference = differences?.find(({ now }) => now.groups[0] === type);
  assert.ok(difference !== undefined, `${measure} of ${type} is compared`);
  return difference;
}

function agree({ earlier, now, estimate, uncertainty, pValue }: WaveDifference, expected: Expected): void {
  const where = `${expected.measure} of ${expected.type}`;
  const near = (value: number, other: number, what: string, scale = Math.abs(other)) =>
    assert.ok(Math.abs(value - other) <= 1e-8 * scale, `${where}: ${what} is ${value}, in R ${other}`);
  assert.ok(earlier.estimate.kind === 'value' && now.estimate.kind === 'value' && estimate.kind === 'value', where);
  near(earlier.estimate.value, expected.earlier, 'earlier');
  near(now.estimate.value, expected.now, 'now');
  near(estimate.value, expected.change, 'change', Math.abs(expected.now));
  assert.ok(uncertainty?.kind === 'value' && uncertainty.interval.kind === 'interval', where);
  near(uncertainty.standardError, expected.se, 'standard error');
  assert.equal(uncertainty.degreesOfFreedom, expected.df, where);
  near(uncertainty.interval.low, expected.low, 'lower end', Math.abs(expected.now));
  near(uncertainty.interval.high, expected.high, 'upper end', Math.abs(expected.now));
  near(pValue ?? Number.NaN, expected.p, 'p', Math.max(expected.p, 1e-8));
}
