import betaProbability from '@stdlib/stats-base-dists-beta-cdf';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** The factor of an interval's half: the t quantile at the upper end of `level`. */
export function criticalT(level: number, degreesOfFreedom: number): number {
  return tQuantile((1 + level) / 2, degreesOfFreedom);
}

/** The quantile of the beta distribution; one of a parameter 0 has all its mass at an end. */
export function quantileOfBeta(probability: number, alpha: number, beta: number): number {
  if (alpha <= 0) return 0;
  return beta <= 0 ? 1 : betaQuantile(probability, alpha, beta);
}

/** The probability of an F above `f`, from the lower tail of a beta so that small ones keep their digits. */
export function aboveF(f: number, numeratorDf: number, denominatorDf: number): number {
  if (f <= 0) return 1;
  return betaProbability(denominatorDf / (denominatorDf + numeratorDf * f), denominatorDf / 2, numeratorDf / 2);
}

/** The probability of a t further from 0 than `t`, on both sides. */
export function beyondT(t: number, degreesOfFreedom: number): number {
  return aboveF(t * t, 1, degreesOfFreedom);
}
