import type { Rounding } from '../model/declarations';
import { roundNumber, roundPercent, roundRatio } from './rounding';
import type { Estimate, Statistic } from './types';

/** The number a reader sees: shares in percent, everything else on its own scale. */
export function shownValue(estimate: Extract<Estimate, { kind: 'value' }>, statistic: Statistic): number {
  return statistic === 'share' ? estimate.value * 100 : estimate.value;
}

/** An estimate as it is printed, exact on ties where it is a ratio of whole numbers. `undefined` where there is no number. */
export function roundedEstimate(
  estimate: Estimate,
  statistic: Statistic,
  decimals: number,
  rule: Rounding,
): number | undefined {
  if (estimate.kind === 'none') return undefined;
  const { ratio } = estimate;
  if (ratio === undefined) return roundNumber(shownValue(estimate, statistic), decimals, rule);
  const round = statistic === 'share' ? roundPercent : roundRatio;
  return round(ratio.numerator, ratio.denominator, decimals, rule);
}
