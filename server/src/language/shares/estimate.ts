import { addTallies } from '../estimation/tally';
import type { Tally, ValueTally } from './engine';
import type { Estimate, NoNumber } from './types';

/** What one tally adds to a cell: `a` to the numerator and `b` to the denominator, for each respondent. */
export interface Contribution {
  readonly tally: Tally;
  readonly a: number;
  readonly b: number;
}

/** A share, mean or ratio: weighted numerator over weighted denominator. An empty denominator gives no number. */
export function ratioEstimate(contributions: readonly Contribution[]): Estimate {
  let numerator = 0;
  let denominator = 0;
  for (const { tally, a, b } of contributions) {
    numerator += tally.weighted * a;
    denominator += tally.weighted * b;
  }
  if (denominator === 0) return none('empty_base');
  const value = numerator / denominator;
  const isExact = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  return isExact ? { kind: 'value', value, ratio: { numerator, denominator } } : { kind: 'value', value };
}

/** An estimated total in the population: the weighted sum. */
export function totalEstimate(contributions: readonly Contribution[]): Estimate {
  if (addTallies(contributions.map(({ tally }) => tally)).n === 0) return none('empty_base');
  const value = contributions.reduce((total, { tally, a }) => total + tally.weighted * a, 0);
  return Number.isSafeInteger(value)
    ? { kind: 'value', value, ratio: { numerator: value, denominator: 1 } }
    : { kind: 'value', value };
}

/** An unweighted number of respondents. 0 is a number. */
export function countEstimate(n: number): Estimate {
  return { kind: 'value', value: n, ratio: { numerator: n, denominator: 1 } };
}

/**
 * The weighted quantile: the least value that at least a share `at` of the weight does not exceed (R `survey`,
 * `svyquantile(qrule = "math")`). Values of weight 0 don't count.
 */
export function quantileEstimate(tallies: readonly ValueTally[], at: number): Estimate {
  const sorted = tallies
    .map((tally) => ({ value: Number(tally.values[0]), weight: tally.weighted }))
    .filter((one) => one.weight > 0)
    .sort((a, b) => a.value - b.value);
  const whole = sorted.reduce((total, one) => total + one.weight, 0);
  // A share reached exactly must count as reached, though sums of weights carry binary noise.
  const wanted = at * whole * (1 - 1e-12);
  let reached = 0;
  for (const { value, weight } of sorted) {
    reached += weight;
    if (reached >= wanted) return { kind: 'value', value };
  }
  return none('empty_base');
}

/**
 * Cronbach's alpha of the items' scores over respondents with all of them, with weighted variances (R `survey`,
 * `svycralpha`). Not determinable with one item or where the sum of the scores doesn't vary.
 */
export function alphaEstimate(tallies: readonly ValueTally[]): Estimate {
  const items = tallies[0]?.values.length ?? 0;
  const weight = addTallies(tallies).weighted;
  if (weight === 0) return none('empty_base');
  const spread = (score: (tally: ValueTally) => number): number => {
    const mean = tallies.reduce((total, tally) => total + tally.weighted * score(tally), 0) / weight;
    return tallies.reduce((total, tally) => total + tally.weighted * (score(tally) - mean) ** 2, 0);
  };
  const ofItems = Array.from({ length: items }, (_, item) => spread((tally) => Number(tally.values[item])));
  const ofSum = spread((tally) => tally.values.reduce<number>((total, score) => total + Number(score), 0));
  if (items < 2 || ofSum <= 0) return none('not_determinable');
  return { kind: 'value', value: (items / (items - 1)) * (1 - ofItems.reduce((a, b) => a + b, 0) / ofSum) };
}

export function none(reason: NoNumber): Estimate {
  return { kind: 'none', reason };
}
