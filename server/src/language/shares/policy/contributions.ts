import type { ValueTally } from '../engine';
import type { Contributions } from './disclosure/concentration';

/**
 * What a mean or total of numbers is made of, from the tallies of one cell: the amounts of its respondents, not weighted, since it
 * is a respondent's own amount that would be told. Amounts of no size and below zero count by their size.
 * @param most how many of the largest are wanted: the n of the rule of dominance, at least 2 for that of p percent
 */
export function contributionsOf(known: readonly ValueTally[], most: number): Contributions {
  const amounts = known
    .map(({ values: [value], n }) => ({ size: Math.abs(typeof value === 'number' ? value : 0), n }))
    .sort((a, b) => b.size - a.size);
  const largest: number[] = [];
  for (const { size, n } of amounts) {
    for (let at = 0; at < n && largest.length < most; at++) largest.push(size);
  }
  return { total: amounts.reduce((sum, { size, n }) => sum + size * n, 0), largest };
}
