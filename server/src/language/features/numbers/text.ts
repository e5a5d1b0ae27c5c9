import { roundedEstimate } from '../../shares/rounded';
import { formatNumber, formatPercent } from '../../shares/rounding';
import type { Cell, ShareTable, Waterfall } from '../../shares/types';
import type { Words } from '../words';

/** A number as it is printed, or why there is none: the same rounding as everywhere else. */
export function estimateText({ estimate, statistic }: Cell, { decimals, rounding }: ShareTable, words: Words): string {
  if (estimate.kind === 'none') return words.noNumber[estimate.reason];
  const rounded = roundedEstimate(estimate, statistic, decimals, rounding) ?? estimate.value;
  const format = statistic === 'share' ? formatPercent : formatNumber;
  return format(rounded, decimals, words.language, rounding);
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
  const range = (of: (waterfall: Waterfall) => number) => {
    const numbers = waterfalls.map(of);
    return { low: Math.min(...numbers), high: Math.max(...numbers) };
  };
  const steps = [
    { name: levels.all, isLoss: false, ...range(({ all }) => all.n) },
    { name: levels.amongNo, isLoss: true, ...range(({ amongNo }) => -amongNo.n) },
    { name: levels.amongMissing, isLoss: true, ...range(({ amongMissing }) => -amongMissing.n) },
    { name: levels.asked, isLoss: false, ...range(({ asked }) => asked.n) },
    { name: levels.answered, isLoss: false, ...range(({ answered }) => answered.n) },
    { name: levels.substantive, isLoss: false, ...range(({ substantive }) => substantive.n) },
    ...(cells.every(({ category }) => category === undefined)
      ? [{ name: levels.counted, isLoss: false, ...range(({ counted }) => counted.n) }]
      : []),
  ];
  if (waterfalls.every(({ all }) => all.n === 0)) return '';
  const said = steps.filter((step) => !step.isLoss || step.low !== 0);
  const text = said.map((step) => `${step.name} ${rangeText(step, words)}`).join(' → ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function rangeText({ low, high }: { readonly low: number; readonly high: number }, words: Words): string {
  return low === high ? countText(low, words) : `${countText(low, words)}–${countText(high, words)}`;
}
