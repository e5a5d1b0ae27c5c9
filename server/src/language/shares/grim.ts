import type { Rounding } from '../model/declarations';
import { roundPercent, roundRatio } from './rounding';

/** Whole numbers from `low` to `high`, both included. */
export interface CountRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The counts of a base that print as a percentage, or `undefined` where none does: the percentage can't come from that base
 * (the GRIM test, Brown and Heathers 2017). Counts that print alike lie side by side. Base is an unweighted whole number.
 */
export function possibleCounts(printed: number, decimals: number, base: number, rule: Rounding): CountRange | undefined {
  if (!Number.isSafeInteger(base) || base <= 0) return undefined;
  const prints = (count: number): boolean => roundPercent(count, base, decimals, rule) === printed;
  const nearest = Math.round((printed / 100) * base);
  const reach = Math.ceil(base / (100 * 10 ** decimals)) + 1;
  let low: number | undefined;
  let high: number | undefined;
  for (let count = Math.max(0, nearest - reach); count <= Math.min(base, nearest + reach); count++) {
    if (!prints(count)) continue;
    low ??= count;
    high = count;
  }
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** Whether some count of this base prints as this percentage. */
export function possiblePercent(printed: number, decimals: number, base: number, rule: Rounding): boolean {
  return possibleCounts(printed, decimals, base, rule) !== undefined;
}

/**
 * Whether printed percentages of categories that exclude each other can add up to the whole group before rounding: 38 + 63
 * of 88 can (33 and 55). Without a base, any shares that round to them will do.
 */
export function canSumTo100(percents: readonly number[], decimals: number, base: number | undefined, rule: Rounding): boolean {
  if (base !== undefined) return canCountsSum(percents, decimals, base, rule);
  const halves = percents.map((percent) => halfUnits(percent, decimals, rule));
  const whole = 200 * 10 ** decimals;
  const low = halves.reduce((sum, one) => sum + one.low, 0);
  const high = halves.reduce((sum, one) => sum + one.high, 0);
  const reachesLow = low < whole || (low === whole && halves.every((one) => one.lowIncluded));
  const reachesHigh = high > whole || (high === whole && halves.every((one) => one.highIncluded));
  return reachesLow && reachesHigh;
}

function canCountsSum(percents: readonly number[], decimals: number, base: number, rule: Rounding): boolean {
  let low = 0;
  let high = 0;
  for (const percent of percents) {
    const counts = possibleCounts(percent, decimals, base, rule);
    if (counts === undefined) return false;
    low += counts.low;
    high += counts.high;
  }
  return low <= base && base <= high;
}

interface HalfUnits {
  readonly low: number;
  readonly high: number;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

/** What rounds to a percentage, in halves of its last digit. Shares lie between 0 and 100. */
function halfUnits(percent: number, decimals: number, rule: Rounding): HalfUnits {
  const units = roundRatio(Math.round(percent * 10 ** decimals), 1, 0, rule);
  const top = 200 * 10 ** decimals;
  const tieUp = rule === 'half_up' || units % 2 === 0;
  const tieDown = rule === 'half_even' && units % 2 === 0;
  const low = 2 * units - 1;
  const high = 2 * units + 1;
  return {
    low: Math.max(0, low),
    lowIncluded: low < 0 || tieUp,
    high: Math.min(top, high),
    highIncluded: high > top || tieDown,
  };
}
