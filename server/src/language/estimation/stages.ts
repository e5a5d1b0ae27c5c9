import type { Cluster, LinearisedSample, LonePsu, Stratum } from './sample';

/** The covariance of two estimates over the stages of a sample, or the stratum whose one sampling unit forbids it. */
export type StagedCovariance = { readonly kind: 'value'; readonly value: number } | LoneStratum;

interface LoneStratum {
  readonly kind: 'none';
  readonly reason: 'lone_psu';
  readonly stratum: string;
}

/** By leaf: who is in the domain, the sums of the two estimates' z, and of their products over respondents. */
export interface ByLeaf {
  readonly members: Uint8Array;
  readonly one: Float64Array;
  readonly other: Float64Array;
  readonly products: Float64Array;
}

/**
 * Taylor linearisation over the stages of a sample, as R `survey` has it (`svyrecvar`): in each stratum
 * (1 − n/N) n/(n − 1) times the sum of products of its units' deviations, where n counts units without anybody in the domain
 * too. Further stages count with the sampling fraction of the unit they are in, so only where its population is finite. Strata
 * without anybody in the domain add nothing, whichever the policy for lone units (R: `subset`).
 */
export function stagedCovariance(sample: LinearisedSample, leaves: ByLeaf): StagedCovariance {
  const { covariance } = ofStage(sample.strata, leaves, sample.lonePsu);
  return typeof covariance === 'number' ? { kind: 'value', value: covariance } : covariance;
}

/** A sampling unit, or several: whether anybody in it is in the domain, its two sums of z, and the covariance within it. */
interface Within {
  readonly isMember: boolean;
  readonly one: number;
  readonly other: number;
  readonly covariance: number | LoneStratum;
}

const nobodyWithin: Within = { isMember: false, one: 0, other: 0, covariance: 0 };

function ofStage(strata: readonly Stratum[], leaves: ByLeaf, policy: LonePsu): Within {
  let [one, other, between, further] = [0, 0, 0, 0];
  let [found, counted] = [0, 0];
  let lone: LoneStratum | undefined;
  let failed: LoneStratum | undefined;
  for (const stratum of strata) {
    const units = unitsOf(stratum, leaves, policy);
    if (!units.isMember) continue;
    found += 1;
    one += units.one;
    other += units.other;
    if (typeof units.further === 'number') further += units.further;
    else failed ??= units.further;
    const own = betweenUnits(stratum, units, policy);
    if (own === undefined) lone ??= { kind: 'none', reason: 'lone_psu', stratum: stratum.label };
    else {
      counted += 1;
      between += own;
    }
  }
  if (found === 0) return nobodyWithin;
  const forbidden = failed ?? (policy === 'average' && counted > 0 ? undefined : lone);
  // Averaged over, strata without a variance have that of the others (R: `lonely.psu = "average"`).
  return { isMember: true, one, other, covariance: forbidden ?? (between * found) / Math.max(1, counted) + further };
}

/** The sampling units of a stratum: `products` of their two sums of z, added up; `further`: the covariance within them. */
interface Units {
  readonly isMember: boolean;
  readonly one: number;
  readonly other: number;
  readonly products: number;
  readonly further: number | LoneStratum;
}

function unitsOf(stratum: Stratum, leaves: ByLeaf, policy: LonePsu): Units {
  if (stratum.units.kind === 'clusters') return clustersOf(stratum, stratum.units.clusters, leaves, policy);
  const { leaf } = stratum.units;
  return {
    isMember: leaves.members[leaf] === 1,
    one: leaves.one[leaf] ?? 0,
    other: leaves.other[leaf] ?? 0,
    products: leaves.products[leaf] ?? 0,
    further: 0,
  };
}

function clustersOf(stratum: Stratum, clusters: readonly Cluster[], leaves: ByLeaf, policy: LonePsu): Units {
  const fraction = stratum.population === undefined ? 0 : stratum.sampled / stratum.population;
  let isMember = false;
  let [one, other, products] = [0, 0, 0];
  let further: number | LoneStratum = 0;
  for (const cluster of clusters) {
    const within = withinCluster(cluster, leaves, policy);
    if (!within.isMember) continue;
    isMember = true;
    one += within.one;
    other += within.other;
    products += within.one * within.other;
    if (fraction === 0 || typeof further !== 'number') continue;
    further = typeof within.covariance === 'number' ? further + fraction * within.covariance : within.covariance;
  }
  return { isMember, one, other, products, further };
}

function withinCluster(cluster: Cluster, leaves: ByLeaf, policy: LonePsu): Within {
  if (cluster.kind === 'stage') return ofStage(cluster.strata, leaves, policy);
  const { leaf } = cluster;
  if (leaves.members[leaf] !== 1) return nobodyWithin;
  return { isMember: true, one: leaves.one[leaf] ?? 0, other: leaves.other[leaf] ?? 0, covariance: 0 };
}

/** `undefined` where the stratum has one sampling unit, and the policy gives that no variance. */
function betweenUnits(stratum: Stratum, units: Units, policy: LonePsu): number | undefined {
  const { sampled } = stratum;
  const leftOut = leftOutOf(stratum);
  if (leftOut === 0) return 0;
  if (sampled > 1) {
    const centred = units.products - (units.one * units.other) / sampled;
    return ((leftOut * sampled) / (sampled - 1)) * withoutNoise(centred, units.products);
  }
  if (policy === 'certainty') return 0;
  return policy === 'adjust' ? leftOut * units.products : undefined;
}

/** The finite population correction: the share of its units that the sample leaves out. Below 1e-7 all are in it, as in R. */
export function leftOutOf({ sampled, population }: Stratum): number {
  const leftOut = population === undefined ? 1 : (population - sampled) / population;
  return leftOut < 1e-7 ? 0 : leftOut;
}

/** What is left of a difference of two numbers that differ by the noise of binary fractions alone is nothing. */
export function withoutNoise(difference: number, of: number): number {
  return Math.abs(difference) <= 1e-14 * Math.abs(of) ? 0 : difference;
}
