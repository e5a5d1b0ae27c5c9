import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Rounding } from '../../server/src/language';
import {
  canSumTo100,
  formatNumber,
  formatPercent,
  possibleCounts,
  roundNumber,
  roundPercent,
  roundRatio,
} from '../../server/src/language/shares';
import { readData } from './bound';

interface Truth {
  readonly percents: readonly (readonly [number, number, number, number, number])[];
  readonly numbers: readonly (readonly [number, number, number, number])[];
  readonly formats: readonly (readonly [number, number, string, string])[];
  readonly counts: readonly (readonly [number, number, number, Rounding, readonly [number, number] | null])[];
  readonly sums: readonly (readonly [readonly number[], number, number | null, Rounding, boolean])[];
}

const truth: Truth = JSON.parse(readData('rounding.json'));
const rules: readonly Rounding[] = ['half_up', 'half_even'];

describe('rounding', () => {
  for (const [numerator, denominator, decimals, up, even] of truth.percents) {
    it(`${numerator} of ${denominator} with ${decimals} decimals is ${up} % up, ${even} % to even`, () => {
      assert.equal(roundPercent(numerator, denominator, decimals, 'half_up'), up);
      assert.equal(roundPercent(numerator, denominator, decimals, 'half_even'), even);
    });
  }
  for (const [value, decimals, up, even] of truth.numbers) {
    it(`${value} with ${decimals} decimals is ${up} up, ${even} to even`, () => {
      assert.equal(roundNumber(value, decimals, 'half_up'), up);
      assert.equal(roundNumber(value, decimals, 'half_even'), even);
    });
  }
  for (const [value, decimals, swedish, english] of truth.formats) {
    it(`${value} reads ${swedish} and ${english}`, () => {
      assert.equal(formatNumber(value, decimals, 'sv'), swedish);
      assert.equal(formatNumber(value, decimals, 'en'), english);
      assert.equal(formatPercent(value, decimals, 'sv'), `${swedish}\u00a0%`);
      assert.equal(formatPercent(value, decimals, 'en'), `${english}%`);
    });
  }
  it('of a ratio and of its value agree', () => {
    const ratios = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 9999 }));
    fc.assert(
      fc.property(ratios, fc.integer({ min: 0, max: 3 }), fc.constantFrom(...rules), ([a, b], decimals, rule) => {
        assert.equal(roundNumber(a / b, decimals, rule), roundRatio(a, b, decimals, rule));
        assert.equal(roundNumber((100 * a) / b, decimals, rule), roundPercent(a, b, decimals, rule));
      }),
    );
  });
});

describe('what a printed percentage can come from', () => {
  for (const [printed, decimals, base, rule, range] of truth.counts) {
    it(`${printed} of ${base} under ${rule} with ${decimals} decimals: ${range === null ? 'nothing' : range.join(' to ')}`, () => {
      const found = possibleCounts(printed, decimals, base, rule);
      assert.deepEqual(found, range === null ? undefined : { low: range[0], high: range[1] });
    });
  }
  for (const [percents, decimals, base, rule, expected] of truth.sums) {
    it(`${percents.join(' + ')} of ${base ?? 'any base'} under ${rule} ${expected ? 'can' : "can't"} be 100`, () => {
      assert.equal(canSumTo100(percents, decimals, base ?? undefined, rule), expected);
    });
  }
  it('are exactly the counts that print so', () => {
    const anything = fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 1 }), fc.constantFrom(...rules));
    fc.assert(
      fc.property(anything, fc.double({ min: 0, max: 1, noNaN: true }), ([base, decimals, rule], share) => {
        const printed = roundPercent(Math.round(share * 100 * 10 ** decimals), 100 * 10 ** decimals, decimals, rule);
        const all = Array.from({ length: base + 1 }, (_, count) => count);
        const found = all.filter((count) => roundPercent(count, base, decimals, rule) === printed);
        const range = possibleCounts(printed, decimals, base, rule);
        assert.deepEqual([range?.low, range?.high], [found[0], found.at(-1)]);
      }),
    );
  });
  it('add up to 100 whenever they are of one group', () => {
    const groups = fc.array(fc.nat(200), { minLength: 1, maxLength: 6 }).filter((counts) => counts.some((one) => one > 0));
    fc.assert(
      fc.property(groups, fc.integer({ min: 0, max: 1 }), fc.constantFrom(...rules), (counts, decimals, rule) => {
        const base = counts.reduce((a, b) => a + b, 0);
        const printed = counts.map((one) => roundPercent(one, base, decimals, rule));
        assert.ok(canSumTo100(printed, decimals, base, rule));
        assert.ok(canSumTo100(printed, decimals, undefined, rule));
      }),
    );
  });
});
