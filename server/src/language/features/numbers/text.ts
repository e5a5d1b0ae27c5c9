import { toldCount } from '../../shares/policy';
import { roundedEstimate } from '../../shares/rounded';
import { formatNumber, formatPercent } from '../../shares/rounding';
import type { Cell, ShareTable } from '../../shares/types';
import type { Words } from '../words';

/** A number as it is printed, or why there is none: the same rounding as everywhere else. */
export function estimateText(cell: Cell, { decimals, rounding }: ShareTable, words: Words): string {
  const { estimate, statistic } = cell;
  if (estimate.kind === 'none') return words.noNumber[estimate.reason];
  const rounded = roundedEstimate(estimate, statistic, decimals, rounding) ?? estimate.value;
  const format = statistic === 'share' ? formatPercent : formatNumber;
  return format(rounded, decimals, words.language, rounding) + careMarkOf(cell);
}

/** Behind a number that the policy asks to be read with care; `''` behind others. */
export function careMarkOf({ verdict }: Cell): string {
  return verdict?.action === 'flag' ? '*' : '';
}

export function countText(count: number, words: Words): string {
  return formatNumber(count, 0, words.language);
}

export function weightedText(weighted: number, words: Words): string {
  return formatNumber(weighted, Number.isInteger(weighted) ? 0 : 1, words.language);
}

/**
 * The way from all respondents to those counted: "all 1,660 → asked 1,029 → answered 1,020 → substantive 1,015 → counted 282".
 * What `among` drops is told where it drops somebody; where the items of a battery differ, from–to. Who is counted is told of
 * tables with one number for each group: elsewhere each category counts others.
 */
export function waterfallText(cells: readonly Cell[], words: Words): string {
  const waterfalls = cells.map(({ waterfall }) => waterfall);
  const { levels } = words;
  const names = cells.every(({ category }) => category === undefined) ? ([...steps, 'counted'] as const) : steps;
  const told = names.flatMap((level) => {
    const counts = waterfalls.map((waterfall) => toldCount(waterfall, level));
    // A level that the policy keeps back in one of them is not told of any.
    if (counts.includes(undefined)) return [];
    const isLoss = level === 'amongNo' || level === 'amongMissing';
    const numbers = counts.map((count) => (isLoss ? -1 : 1) * (count?.n ?? 0));
    return [{ name: levels[level], isLoss, low: Math.min(...numbers), high: Math.max(...numbers) }];
  });
  if (waterfalls.every((waterfall) => toldCount(waterfall, 'all')?.n === 0)) return '';
  const said = told.filter((step) => !step.isLoss || step.low !== 0);
  const text = said.map((step) => `${step.name} ${rangeText(step, words)}`).join(' → ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const steps = ['all', 'amongNo', 'amongMissing', 'asked', 'answered', 'substantive'] as const;

export function rangeText({ low, high }: { readonly low: number; readonly high: number }, words: Words): string {
  return low === high ? countText(low, words) : `${countText(low, words)}–${countText(high, words)}`;
}
