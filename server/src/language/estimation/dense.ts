import type { LinearisedSample, LonePsu, Stratum } from './sample';
import { leftOutOf, withoutNoise } from './stages';

/** Sums of many cells at once, laid out as [leaf][cell][value]. */
export interface DenseBlock {
  readonly cells: number;
  readonly values: number;
  /** By value: 1 where those who have it are in the base of the cell's shares, else 0. */
  readonly base: Uint8Array;
  /** Sums of weights. */
  readonly weighted: Float64Array;
  /** Sums of squared weights; not read for leaves that are clusters. */
  readonly squares: Float64Array;
}

/**
 * Standard errors of the share of every value in the base of every cell, laid out as [cell][value]: what `varianceOf` gives
 * for the same tallies one by one, in closed form and without memory for each cell. -1 where there is none: nobody in the
 * base, a value outside it, or a stratum with one sampling unit and the policy `fail`. `undefined` for samples with further
 * stages, and for lone units that are averaged over: those go the general way.
 */
export function shareErrors(sample: LinearisedSample, block: DenseBlock): Float64Array | undefined {
  const plans = sample.strata.map((stratum) => planOf(stratum, sample.lonePsu));
  const known = plans.filter((plan) => plan !== undefined);
  if (known.length < plans.length) return undefined;
  const { cells, values } = block;
  const bases = basesOf(sample.leaves, block);
  const errors = new Float64Array(cells * values);
  const scratch = { sums: new Float64Array(values * cells), squared: new Float64Array(values * cells) };
  for (const plan of known) {
    if (plan.scale === 0) continue;
    if (plan.ofRespondents) addRespondents(plan, block, bases, errors);
    else addClusters(plan, block, bases, scratch, errors);
  }
  turnToErrors(errors, block, bases.whole);
  return errors;
}

/** From variances times the squared base. */
function turnToErrors(variances: Float64Array, { cells, values, base }: DenseBlock, whole: Float64Array): void {
  for (let cell = 0, at = 0; cell < cells; cell += 1) {
    const over = whole[cell] ?? 0;
    for (let value = 0; value < values; value += 1, at += 1) {
      const variance = variances[at] ?? 0;
      const hasNone = over === 0 || base[value] !== 1 || variance === Number.POSITIVE_INFINITY;
      variances[at] = hasNone ? -1 : Math.sqrt(variance) / over;
    }
  }
}

/** A stratum of one stage: its variance is `scale` × (sum of squares less the square of the sum × `centre`). */
interface Plan {
  readonly leaves: readonly number[];
  readonly ofRespondents: boolean;
  /** Infinite where a lone unit forbids a variance. */
  readonly scale: number;
  readonly centre: number;
}

function planOf(stratum: Stratum, policy: LonePsu): Plan | undefined {
  const { sampled, units } = stratum;
  const ofRespondents = units.kind === 'respondents';
  const leaves = ofRespondents
    ? [units.leaf]
    : units.clusters.flatMap((cluster) => (cluster.kind === 'leaf' ? cluster.leaf : []));
  if (!ofRespondents && leaves.length < units.clusters.length) return undefined;
  const leftOut = leftOutOf(stratum);
  if (leftOut === 0) return { leaves, ofRespondents, scale: 0, centre: 0 };
  if (sampled > 1) return { leaves, ofRespondents, scale: (leftOut * sampled) / (sampled - 1), centre: 1 / sampled };
  if (policy === 'average') return undefined;
  const scale = { certainty: 0, adjust: leftOut, fail: Number.POSITIVE_INFINITY }[policy];
  return { leaves, ofRespondents, scale, centre: 0 };
}

/** Laid out as [leaf][cell]; `whole` and `shares` over all leaves, as [cell] and [cell][value]. */
interface Bases {
  readonly weighted: Float64Array;
  readonly squares: Float64Array;
  readonly whole: Float64Array;
  readonly shares: Float64Array;
}

function basesOf(leaves: number, block: DenseBlock): Bases {
  const { cells, values } = block;
  const weighted = new Float64Array(leaves * cells);
  const squares = new Float64Array(leaves * cells);
  const whole = new Float64Array(cells);
  const shares = new Float64Array(cells * values);
  for (let leaf = 0, place = 0; leaf < leaves; leaf += 1) {
    for (let cell = 0; cell < cells; cell += 1, place += 1) {
      let added = 0;
      let addedSquares = 0;
      for (let value = 0, from = place * values, to = cell * values; value < values; value += 1, from += 1, to += 1) {
        if (block.base[value] !== 1) continue;
        const weight = block.weighted[from] ?? 0;
        added += weight;
        addedSquares += block.squares[from] ?? 0;
        shares[to] = (shares[to] ?? 0) + weight;
      }
      weighted[place] = added;
      squares[place] = addedSquares;
      whole[cell] = (whole[cell] ?? 0) + added;
    }
  }
  for (let cell = 0, at = 0; cell < cells; cell += 1) {
    const over = whole[cell] || 1;
    for (const end = at + values; at < end; at += 1) shares[at] = (shares[at] ?? 0) / over;
  }
  return { weighted, squares, whole, shares };
}

/** With z = w (y - share): what the respondents of one leaf add to the squared base × variance. */
function addRespondents(plan: Plan, block: DenseBlock, bases: Bases, variances: Float64Array): void {
  const { cells, values } = block;
  const leaf = plan.leaves[0] ?? 0;
  for (let cell = 0, at = 0, from = leaf * cells * values; cell < cells; cell += 1) {
    const base = bases.weighted[leaf * cells + cell] ?? 0;
    const baseSquares = bases.squares[leaf * cells + cell] ?? 0;
    for (const end = at + values; at < end; at += 1, from += 1) {
      if (base === 0) continue;
      const share = bases.shares[at] ?? 0;
      const sum = (block.weighted[from] ?? 0) - share * base;
      const squares = block.squares[from] ?? 0;
      const squared = (1 - share) * (1 - share) * squares + share * share * (baseSquares - squares);
      variances[at] = (variances[at] ?? 0) + scaled(plan, sum, squared);
    }
  }
}

interface Scratch {
  readonly sums: Float64Array;
  readonly squared: Float64Array;
}

/** The same for a stratum of clusters. */
function addClusters(plan: Plan, block: DenseBlock, bases: Bases, { sums, squared }: Scratch, variances: Float64Array): void {
  const { cells, values } = block;
  sums.fill(0);
  squared.fill(0);
  for (const leaf of plan.leaves) {
    for (let cell = 0, at = 0, from = leaf * cells * values; cell < cells; cell += 1) {
      const base = bases.weighted[leaf * cells + cell] ?? 0;
      for (const end = at + values; at < end; at += 1, from += 1) {
        const z = (block.weighted[from] ?? 0) - (bases.shares[at] ?? 0) * base;
        sums[at] = (sums[at] ?? 0) + z;
        squared[at] = (squared[at] ?? 0) + z * z;
      }
    }
  }
  for (let cell = 0, at = 0; cell < cells; cell += 1) {
    const isMember = plan.leaves.some((leaf) => bases.weighted[leaf * cells + cell] !== 0);
    for (const end = at + values; at < end; at += 1) {
      if (isMember) variances[at] = (variances[at] ?? 0) + scaled(plan, sums[at] ?? 0, squared[at] ?? 0);
    }
  }
}

function scaled({ scale, centre }: Plan, sum: number, squared: number): number {
  if (scale === Number.POSITIVE_INFINITY) return scale;
  return scale * Math.max(0, withoutNoise(squared - sum * sum * centre, squared));
}
