import { beyondT } from './distributions';
import type { Estimated } from './estimated';
import type { Sample } from './sample';
import { varianceOf } from './variance';

export { independence, type TableCell } from './independence';

export type DifferenceTest =
  | { readonly kind: 'value'; readonly t: number; readonly degreesOfFreedom: number; readonly pValue: number }
  | { readonly kind: 'none'; readonly reason: 'no_degrees_of_freedom' | 'no_variance' };

/**
 * Of no difference, two-sided: the difference over its standard error against t. `no_variance` where that is 0 or there is
 * none. R's `svyttest` takes one degree of freedom less, as of a regression.
 */
export function differenceTest(sample: Sample, difference: Estimated, degreesOfFreedom: number): DifferenceTest {
  const variance = varianceOf(sample, difference);
  return testOf(difference.value, variance.kind === 'none' ? 0 : Math.sqrt(variance.value), degreesOfFreedom);
}

/** The same of a number with its standard error. */
export function testOf(value: number, standardError: number, degreesOfFreedom: number): DifferenceTest {
  if (degreesOfFreedom <= 0) return { kind: 'none', reason: 'no_degrees_of_freedom' };
  if (standardError === 0) return { kind: 'none', reason: 'no_variance' };
  const t = value / standardError;
  return { kind: 'value', t, degreesOfFreedom, pValue: beyondT(t, degreesOfFreedom) };
}

/** Holm's adjustment of p values that are tested together, in their order (R: `p.adjust(method = "holm")`). */
export function holm(pValues: readonly number[]): readonly number[] {
  const adjusted = pValues.map(() => 1);
  let least = 0;
  for (const [rank, { p, at }] of pValues
    .map((p, at) => ({ p, at }))
    .sort((one, other) => one.p - other.p)
    .entries()) {
    least = Math.max(least, Math.min(1, (pValues.length - rank) * p));
    adjusted[at] = least;
  }
  return adjusted;
}
