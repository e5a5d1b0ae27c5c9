import { isCensus } from './census';
import { degreesOfFreedom } from './degrees-of-freedom';
import { criticalT } from './distributions';
import { type Contribution, type Estimated, ratioOf } from './estimated';
import type { Sample } from './sample';
import type { Uncertainty } from './types';
import type { IntervalOptions } from './uncertainty';
import { varianceOf } from './variance';

export interface EstimatedQuantile {
  readonly value: number;
  /**
   * For differences, where there is a standard error: the influence is that of the share below the quantile, over the density
   * that the interval implies.
   */
  readonly estimated?: Estimated;
  readonly uncertainty: Uncertainty;
}

/**
 * The weighted quantile of the values `a`: the least value that at least a share `at` of the weight does not exceed, with
 * Woodruff's interval, the quantiles at the ends of estimate ± t × standard error of the share below it (R `survey`:
 * `svyquantile(qrule = "math")`, whose version 4.1 gives the second value where the first alone exceeds the share). Standard
 * error: the interval's width over 2 t. None where an end is beyond 0 or 1, or both ends are one value. `undefined`: nobody.
 */
export function quantileOf(
  sample: Sample,
  contributions: readonly Pick<Contribution, 'tally' | 'a'>[],
  at: number,
  options: Pick<IntervalOptions, 'level' | 'df'>,
): EstimatedQuantile | undefined {
  const steps = stepsOf(contributions);
  const value = valueAt(steps, at);
  if (value === undefined) return undefined;
  const below = ratioOf(
    sample,
    contributions.map(({ tally, a }) => ({ tally, a: a <= value ? 1 : 0, b: 1 })),
  );
  if (below === undefined) return undefined;
  const tallies = contributions.map(({ tally }) => tally);
  const df = degreesOfFreedom(sample, options.df === 'design' ? 'design' : tallies);
  const variance = varianceOf(sample, below);
  if (variance.kind === 'none') return { value, uncertainty: variance };
  if (isCensus(sample, tallies)) return { value, uncertainty: { kind: 'none', reason: 'no_sampling_error' } };
  if (df <= 0) return { value, uncertainty: { kind: 'none', reason: 'no_degrees_of_freedom' } };
  const t = criticalT(options.level, df);
  const errorBelow = Math.sqrt(variance.value);
  const low = below.value - t * errorBelow < 0 ? undefined : valueAt(steps, below.value - t * errorBelow);
  const high = below.value + t * errorBelow > 1 ? undefined : valueAt(steps, below.value + t * errorBelow);
  if (low === undefined || high === undefined || low === high || errorBelow === 0) {
    return { value, uncertainty: { kind: 'none', reason: 'not_defined' } };
  }
  const standardError = (high - low) / (2 * t);
  const interval = { kind: 'interval', low, high, level: options.level, method: 'woodruff', sides: 'both' } as const;
  return {
    value,
    estimated: moved(below, value, -standardError / errorBelow),
    uncertainty: { kind: 'value', standardError, degreesOfFreedom: df, interval, intervals: [] },
  };
}

interface Step {
  readonly value: number;
  /** The share of the weight that is not above the value. */
  readonly reached: number;
}

function stepsOf(contributions: readonly Pick<Contribution, 'tally' | 'a'>[]): readonly Step[] {
  const sorted = contributions.filter(({ tally }) => tally.weighted > 0).sort((one, other) => one.a - other.a);
  const whole = sorted.reduce((total, { tally }) => total + tally.weighted, 0);
  let reached = 0;
  return sorted.map(({ tally, a }) => {
    reached += tally.weighted;
    return { value: a, reached: reached / whole };
  });
}

/** A share reached exactly must count as reached, though sums of weights carry binary noise. */
function valueAt(steps: readonly Step[], at: number): number | undefined {
  return (steps.find(({ reached }) => reached >= at * (1 - 1e-12)) ?? steps.at(-1))?.value;
}

/** More weight below moves a quantile down. */
function moved(below: Estimated, value: number, perShare: number): Estimated {
  return {
    value,
    influence: below.influence.map(({ tally, coefficient }) => ({ tally, coefficient: coefficient * perShare })),
    replicates: below.replicates.map((share) => value + perShare * (share - below.value)),
  };
}
