import { isCensus } from './census';
import { degreesOfFreedom } from './degrees-of-freedom';
import type { Estimated } from './estimated';
import type { Sample } from './sample';
import { type DifferenceTest, testOf } from './tests';
import type { Uncertainty } from './types';
import { type IntervalOptions, talliesOf, waldInterval } from './uncertainty';
import { varianceOf } from './variance';

/** An estimate of one wave, with that wave's sample. */
export interface OfWave {
  readonly sample: Sample;
  readonly estimated: Estimated;
}

export interface WaveDifference {
  /** `to` less `from`. */
  readonly value: number;
  readonly uncertainty: Uncertainty;
  readonly test: DifferenceTest;
}

/**
 * The difference between two waves: its variance is the sum of both less twice their `covariance`, its degrees of freedom are
 * Satterthwaite's. Without a covariance (0) overlap of the samples is ignored. Where the same units answer alike in both, the
 * covariance is positive, so that the error is too large rather than too small.
 */
export function waveDifference(
  from: OfWave,
  to: OfWave,
  options: Pick<IntervalOptions, 'level' | 'df'>,
  covariance = 0,
): WaveDifference {
  const value = to.estimated.value - from.estimated.value;
  const before = varianceOf(from.sample, from.estimated);
  const after = varianceOf(to.sample, to.estimated);
  if (before.kind === 'none') return { value, uncertainty: before, test: { kind: 'none', reason: 'no_variance' } };
  if (after.kind === 'none') return { value, uncertainty: after, test: { kind: 'none', reason: 'no_variance' } };
  const standardError = Math.sqrt(Math.max(0, before.value + after.value - 2 * covariance));
  const df = satterthwaite([
    { variance: before.value, df: freedomOf(from, options) },
    { variance: after.value, df: freedomOf(to, options) },
  ]);
  const interval = [from, to].every(({ sample, estimated }) => isCensus(sample, talliesOf(estimated)))
    ? ({ kind: 'none', method: 'wald', reason: 'no_sampling_error' } as const)
    : waldInterval(value, standardError, df, options.level);
  return {
    value,
    uncertainty: { kind: 'value', standardError, degreesOfFreedom: df, interval, intervals: [] },
    test: testOf(value, standardError, df),
  };
}

function freedomOf({ sample, estimated }: OfWave, options: Pick<IntervalOptions, 'df'>): number {
  return degreesOfFreedom(sample, options.df === 'design' ? 'design' : talliesOf(estimated));
}

/** Those of a sum of independent variances; 0 where one that counts has none, and all of them where none counts. */
function satterthwaite(parts: readonly { readonly variance: number; readonly df: number }[]): number {
  const counting = parts.filter(({ variance }) => variance > 0);
  if (counting.length === 0) return parts.reduce((total, { df }) => total + df, 0);
  if (counting.some(({ df }) => df <= 0)) return 0;
  const whole = counting.reduce((total, { variance }) => total + variance, 0);
  return whole ** 2 / counting.reduce((total, { variance, df }) => total + variance ** 2 / df, 0);
}
