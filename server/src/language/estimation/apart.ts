import type { Estimated } from './estimated';
import type { Sample } from './sample';
import { type DifferenceTest, testOf } from './tests';
import type { Uncertainty } from './types';
import { contrastUncertainty, type IntervalOptions, waldInterval } from './uncertainty';

/** An estimate of one of several samples. */
export interface SampledEstimate {
  readonly sample: Sample;
  readonly estimated: Estimated;
}

/**
 * How sure the difference of two samples is that are drawn independently of each other: variances and degrees of freedom add up,
 * as of one design whose strata each lie in one of them (R `survey`: `strata = ~interaction(sample, stratum)`). Where units are
 * in both, the covariance is left out. None where one of the two has none.
 */
export function differenceApart(
  from: SampledEstimate,
  to: SampledEstimate,
  options: Omit<IntervalOptions, 'method' | 'cap'>,
): { readonly uncertainty: Uncertainty; readonly test: DifferenceTest } {
  const [first, second] = [from, to].map(({ sample, estimated }) => contrastUncertainty(sample, estimated, options));
  if (first?.kind !== 'value') return without(first);
  if (second?.kind !== 'value') return without(second);
  const difference = to.estimated.value - from.estimated.value;
  const standardError = Math.hypot(first.standardError, second.standardError);
  const degreesOfFreedom = first.degreesOfFreedom + second.degreesOfFreedom;
  const interval = waldInterval(difference, standardError, degreesOfFreedom, options.level);
  return {
    uncertainty: { kind: 'value', standardError, degreesOfFreedom, interval, intervals: [] },
    test: testOf(difference, standardError, degreesOfFreedom),
  };
}

function without(uncertainty: Uncertainty | undefined): ReturnType<typeof differenceApart> {
  return {
    uncertainty: uncertainty ?? { kind: 'none', reason: 'not_defined' },
    test: { kind: 'none', reason: 'no_variance' },
  };
}
