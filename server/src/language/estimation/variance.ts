import type { Estimated } from './estimated';
import { membersOf } from './members';
import { replicateCovariance } from './replicates';
import type { LinearisedSample, ReplicateSample, Sample } from './sample';
import { productsOf, type Spread, spreadOf } from './spread';
import { stagedCovariance } from './stages';

/** `not_defined`: no replicate weight gives the estimate a number. */
export type Variance =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'none'; readonly reason: 'lone_psu'; readonly stratum: string }
  | { readonly kind: 'none'; readonly reason: 'not_defined' };

/** In the square of the estimate's unit; 0 where only the noise of binary fractions is left of it. */
export function varianceOf(sample: Sample, estimated: Estimated): Variance {
  const variance = sample.kind === 'linearised' ? ownVariance(sample, estimated) : covarianceOf(sample, estimated, estimated);
  if (variance.kind === 'none') return variance;
  const moved = estimated.influence.reduce(
    (total, { tally, coefficient }) => total + Math.abs(coefficient) * tally.weighted,
    0,
  );
  const noise = 1e-14 * (moved + Math.abs(estimated.value));
  return { kind: 'value', value: variance.value <= noise ** 2 ? 0 : variance.value };
}

/** The covariance of an estimate with itself, in one walk over its tallies: most of what a table asks for. */
function ownVariance(sample: LinearisedSample, { influence }: Estimated): Variance {
  const { leaves } = sample;
  const members = new Uint8Array(leaves);
  const sums = new Float64Array(leaves);
  const products = new Float64Array(leaves);
  for (const { tally, coefficient } of influence) {
    const { leaf, weighted, squares } = tally.units;
    for (let at = 0; at < leaf.length; at += 1) {
      const place = leaf[at] ?? 0;
      members[place] = 1;
      sums[place] = (sums[place] ?? 0) + coefficient * (weighted[at] ?? 0);
      products[place] = (products[place] ?? 0) + coefficient * coefficient * (squares[at] ?? 0);
    }
  }
  return stagedCovariance(sample, { members, one: sums, other: sums, products });
}

/** Of two estimates of one table, which share the tallies they have in common (`Estimated`). */
export function covarianceOf(sample: Sample, one: Estimated, other: Estimated): Variance {
  const matrix = covarianceMatrix(sample, one === other ? [one] : [one, other]);
  if (matrix.kind === 'none') return matrix;
  return { kind: 'value', value: matrix.values[one === other ? 0 : 1] ?? 0 };
}

/** Row by row, as many rows and columns as estimates. */
export type CovarianceMatrix =
  | { readonly kind: 'value'; readonly values: Float64Array }
  | Exclude<Variance, { readonly kind: 'value' }>;

/** Of every two of several estimates of one table. */
export function covarianceMatrix(sample: Sample, estimates: readonly Estimated[]): CovarianceMatrix {
  const pair = sample.kind === 'replicates' ? byReplicates(sample, estimates) : byStages(sample, estimates);
  const values = new Float64Array(estimates.length ** 2);
  for (let row = 0; row < estimates.length; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const covariance = pair(row, column);
      if (covariance.kind === 'none') return covariance;
      values[row * estimates.length + column] = covariance.value;
      values[column * estimates.length + row] = covariance.value;
    }
  }
  return { kind: 'value', values };
}

type Pair = (row: number, column: number) => Variance;

function byStages(sample: LinearisedSample, estimates: readonly Estimated[]): Pair {
  const { leaves } = sample;
  const spreads = estimates.map((estimated) => spreadOf(leaves, estimated));
  const members = membersOf(
    leaves,
    spreads.flatMap(({ coefficients }) => [...coefficients.keys()]),
  );
  const nothing: Spread = { sums: new Float64Array(leaves), coefficients: new Map() };
  return (row, column) => {
    const one = spreads[row] ?? nothing;
    const other = spreads[column] ?? nothing;
    const products = productsOf(leaves, one, other);
    return stagedCovariance(sample, { members, one: one.sums, other: other.sums, products });
  };
}

function byReplicates(sample: ReplicateSample, estimates: readonly Estimated[]): Pair {
  return (row, column) => {
    const [one, other] = [estimates[row], estimates[column]];
    const value = one && other ? replicateCovariance(sample, one, other) : undefined;
    return value === undefined ? { kind: 'none', reason: 'not_defined' } : { kind: 'value', value };
  };
}
