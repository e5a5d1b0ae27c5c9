import type { ReplicateSample } from './sample';

/**
 * The covariance of two estimates from what they are with each replicate weight (R `survey`: `svrVar`). Replicates that give
 * no number are left out, as R does; `undefined` where none is left.
 */
export function replicateCovariance(
  sample: ReplicateSample,
  one: { readonly value: number; readonly replicates: Float64Array },
  other: { readonly value: number; readonly replicates: Float64Array },
): number | undefined {
  const usable = Array.from({ length: sample.replicates }, (_, at) => at).filter(
    (at) => isNumber(one.replicates[at]) && isNumber(other.replicates[at]),
  );
  if (usable.length === 0) return undefined;
  const centreOf = (estimate: { readonly value: number; readonly replicates: Float64Array }): number =>
    sample.around === 'estimate' ? estimate.value : mean(sample, usable, estimate.replicates);
  const [centre, otherCentre] = [centreOf(one), centreOf(other)];
  return (
    sample.scale *
    usable.reduce((total, at) => {
      const deviation = (one.replicates[at] ?? 0) - centre;
      return total + (sample.rscales[at] ?? 0) * deviation * ((other.replicates[at] ?? 0) - otherCentre);
    }, 0)
  );
}

/** Over the replicates that count in the variance. */
function mean(sample: ReplicateSample, usable: readonly number[], replicates: Float64Array): number {
  const counting = usable.filter((at) => (sample.rscales[at] ?? 0) > 0);
  return counting.reduce((total, at) => total + (replicates[at] ?? 0), 0) / Math.max(1, counting.length);
}

function isNumber(value: number | undefined): boolean {
  return value !== undefined && Number.isFinite(value);
}
