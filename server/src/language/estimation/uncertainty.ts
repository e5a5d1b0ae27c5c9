import { isCensus } from './census';
import { degreesOfFreedom } from './degrees-of-freedom';
import { criticalT } from './distributions';
import type { Estimated } from './estimated';
import type { Sample } from './sample';
import { intervalMethods, type ShareOf, shareInterval } from './share-intervals';
import type { Tally } from './tally';
import type { Interval, IntervalMethod, NoInterval, Uncertainty } from './types';
import { varianceOf } from './variance';

export interface IntervalOptions {
  /** Such as 0.95. */
  readonly level: number;
  /** Of shares; other numbers have estimate ± t × standard error. */
  readonly method: IntervalMethod;
  /** Degrees of freedom of the domain, or of the whole design. */
  readonly df: 'domain' | 'design';
  /** Whether the effective number of respondents of a Korn–Graubard interval may not be above that of the base. */
  readonly cap: boolean;
}

/**
 * Of a share, which is a proportion. At 0 and 1 the interval is one-sided, whichever method is asked for.
 * @param base those it is a share of, in tallies that have nobody in common
 */
export function shareUncertainty(
  sample: Sample,
  estimated: Estimated,
  base: readonly Tally[],
  options: IntervalOptions,
): Uncertainty {
  const variance = varianceOf(sample, estimated);
  if (variance.kind === 'none') return variance;
  const { value } = estimated;
  const df = degreesOfFreedom(sample, options.df === 'design' ? 'design' : base);
  const { level, cap } = options;
  const of: ShareOf = {
    share: value,
    variance: variance.value,
    n: respondentsIn(sample, base),
    degreesOfFreedom: df,
    level,
    cap,
    isCensus: isCensus(sample, base),
  };
  const isAtEnd = value === 0 || value === 1;
  return {
    kind: 'value',
    standardError: Math.sqrt(variance.value),
    degreesOfFreedom: df,
    ...designEffectOf(sample, estimated, variance.value),
    ...(isAtEnd || variance.value === 0 ? {} : { effectiveN: (value * (1 - value)) / variance.value }),
    interval: shareInterval(of, isAtEnd ? 'beta' : options.method),
    // Hardly anybody asks for them all.
    get intervals() {
      return intervalMethods.map((method) => shareInterval(of, method));
    },
  };
}

/** Of a mean, ratio or total: estimate ± t × standard error. */
export function numberUncertainty(
  sample: Sample,
  estimated: Estimated,
  options: Omit<IntervalOptions, 'method' | 'cap'>,
): Uncertainty {
  const plain = contrastUncertainty(sample, estimated, options);
  if (plain.kind === 'none') return plain;
  const effect = designEffectOf(sample, estimated, plain.standardError ** 2);
  const { designEffect } = effect;
  const n = respondentsIn(sample, talliesOf(estimated));
  return { ...plain, ...effect, ...(designEffect ? { effectiveN: n / designEffect } : {}) };
}

/** Of a difference or another sum of estimates (`combine`), for which there is no design effect: estimate ± t × error. */
export function contrastUncertainty(
  sample: Sample,
  estimated: Estimated,
  options: Omit<IntervalOptions, 'method' | 'cap'>,
): Uncertainty {
  const variance = varianceOf(sample, estimated);
  if (variance.kind === 'none') return variance;
  const df = degreesOfFreedom(sample, options.df === 'design' ? 'design' : talliesOf(estimated));
  const standardError = Math.sqrt(variance.value);
  const interval = isCensus(sample, talliesOf(estimated))
    ? ({ kind: 'none', method: 'wald', reason: 'no_sampling_error' } as const)
    : waldInterval(estimated.value, standardError, df, options.level);
  return { kind: 'value', standardError, degreesOfFreedom: df, interval, intervals: [] };
}

/** Estimate ± t × standard error. */
export function waldInterval(value: number, standardError: number, df: number, level: number): Interval | NoInterval {
  if (df <= 0) return { kind: 'none', method: 'wald', reason: 'no_degrees_of_freedom' };
  if (standardError === 0) return { kind: 'none', method: 'wald', reason: 'not_defined' };
  const half = criticalT(level, df) * standardError;
  return { kind: 'interval', low: value - half, high: value + half, level, method: 'wald', sides: 'both' };
}

/**
 * The variance over that of as many respondents drawn by themselves with replacement (R `survey`: `deff = "replace"`), which
 * is the weighted variance of what moves the estimate, with n - 1. Absent where that is 0 or there is one respondent.
 */
function designEffectOf(sample: Sample, estimated: Estimated, variance: number): { readonly designEffect?: number } {
  const n = respondentsIn(sample, talliesOf(estimated));
  const { influence } = estimated;
  const weight = influence.reduce((total, { tally }) => total + tally.weighted, 0);
  if (n < 2 || weight <= 0) return {};
  const mean = influence.reduce((total, { tally, coefficient }) => total + tally.weighted * coefficient, 0) / weight;
  const spread = influence.reduce((total, { tally, coefficient }) => total + tally.weighted * (coefficient - mean) ** 2, 0);
  const simple = (spread * weight) / (n - 1);
  return simple > 0 ? { designEffect: variance / simple } : {};
}

/** Those of positive weight, where the sums by leaf tell them; the tallies have no respondent in common. */
function respondentsIn(sample: Sample, tallies: readonly Tally[]): number {
  if (sample.kind === 'replicates') return tallies.reduce((total, { n }) => total + n, 0);
  return tallies.reduce((total, { units }) => units.n.reduce((sum, n) => sum + n, total), 0);
}

/** The domain of an estimate. */
export function talliesOf({ influence }: Estimated): readonly Tally[] {
  return influence.map(({ tally }) => tally);
}
