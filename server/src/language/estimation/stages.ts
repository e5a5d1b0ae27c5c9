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

function ofStage(strata: readonly Stratum[], leaves: ByLeaf, policy: LonePsu): Within {
  const found = strata.map((stratum) => ofStratum(stratum, leaves, policy)).filter(({ isMember }) => isMember);
  const counted = policy === 'average' ? found.filter(({ own }) => typeof own === 'number') : found;
  const lone = found.find(({ own }) => typeof own !== 'number')?.own;
  const failed = found.map(({ further }) => further).find((further) => typeof further !== 'number');
  const one = sum(found.map((stratum) => stratum.one));
  const other = sum(found.map((stratum) => stratum.other));
  const isMember = found.length > 0;
  if (typeof failed === 'object') return { isMember, one, other, covariance: failed };
  if (typeof lone === 'object' && (policy !== 'average' || counted.length === 0))
    return { isMember, one, other, covariance: lone };
  const inflated = counted.length === 0 ? 0 : (sum(counted.map(({ own }) => Number(own))) * found.length) / counted.length;
  return { isMember, one, other, covariance: inflated + sum(found.map(({ further }) => Number(further))) };
}

/** `own`: between its units; `further`: within them, at later stages. */
interface OfStratum {
  readonly isMember: boolean;
  readonly one: number;
  readonly other: number;
  readonly own: number | LoneStratum;
  readonly further: number | LoneStratum;
}

function ofStratum(stratum: Stratum, leaves: ByLeaf, policy: LonePsu): OfStratum {
  const units =
    stratum.units.kind === 'respondents' ? respondents(stratum.units.leaf, leaves) : clusters(stratum, leaves, policy);
  return { ...units, own: betweenUnits(stratum, units, policy) };
}

interface Units {
  readonly isMember: boolean;
  readonly one: number;
  readonly other: number;
  readonly products: number;
  readonly further: number | LoneStratum;
}

function betweenUnits(stratum: Stratum, units: Units, policy: LonePsu): number | LoneStratum {
  const { sampled } = stratum;
  const leftOut = leftOutOf(stratum);
  if (leftOut === 0) return 0;
  if (sampled > 1) {
    const centred = units.products - (units.one * units.other) / sampled;
    return ((leftOut * sampled) / (sampled - 1)) * withoutNoise(centred, units.products);
  }
  if (policy === 'certainty') return 0;
  if (policy === 'adjust') return leftOut * units.products;
  return { kind: 'none', reason: 'lone_psu', stratum: stratum.label };
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

function respondents(leaf: number, leaves: ByLeaf): Units {
  return {
    isMember: leaves.members[leaf] === 1,
    one: leaves.one[leaf] ?? 0,
    other: leaves.other[leaf] ?? 0,
    products: leaves.products[leaf] ?? 0,
    further: 0,
  };
}

function clusters(stratum: Stratum, leaves: ByLeaf, policy: LonePsu): Units {
  const drawn = stratum.units.kind === 'clusters' ? stratum.units.clusters : [];
  const fraction = stratum.population === undefined ? 0 : stratum.sampled / stratum.population;
  let isMember = false;
  let [one, other, products] = [0, 0, 0];
  let further: number | LoneStratum = 0;
  for (const cluster of drawn) {
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
  const isMember = leaves.members[leaf] === 1;
  return { isMember, one: leaves.one[leaf] ?? 0, other: leaves.other[leaf] ?? 0, covariance: 0 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
