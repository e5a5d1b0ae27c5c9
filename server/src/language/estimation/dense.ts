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
  const scratch = { sums: new Float64Array(values * cells), products: new Float64Array(values * cells) };
  for (const plan of known) if (plan.scale > 0) addStratum(plan, block, bases, scratch, errors);
  for (let at = 0; at < errors.length; at += 1) {
    const whole = bases.whole[Math.trunc(at / values)] ?? 0;
    const variance = errors[at] ?? 0;
    const hasNone = whole === 0 || block.base[at % values] !== 1 || variance === Number.POSITIVE_INFINITY;
    errors[at] = hasNone ? -1 : Math.sqrt(variance) / whole;
  }
  return errors;
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
  for (let place = 0; place < leaves * cells; place += 1) {
    const cell = place % cells;
    for (let value = 0; value < values; value += 1) {
      if (block.base[value] !== 1) continue;
      const added = block.weighted[place * values + value] ?? 0;
      weighted[place] = (weighted[place] ?? 0) + added;
      squares[place] = (squares[place] ?? 0) + (block.squares[place * values + value] ?? 0);
      shares[cell * values + value] = (shares[cell * values + value] ?? 0) + added;
      whole[cell] = (whole[cell] ?? 0) + added;
    }
  }
  for (let at = 0; at < shares.length; at += 1) shares[at] = (shares[at] ?? 0) / (whole[Math.trunc(at / values)] || 1);
  return { weighted, squares, whole, shares };
}

interface Scratch {
  readonly sums: Float64Array;
  readonly products: Float64Array;
}

/** With z = w (y - share): the sums of z and z² over units of the stratum, then its part of the squared base × variance. */
function addStratum(plan: Plan, block: DenseBlock, bases: Bases, { sums, products }: Scratch, variances: Float64Array): void {
  const { cells, values } = block;
  sums.fill(0);
  products.fill(0);
  for (const leaf of plan.leaves) {
    for (let cell = 0; cell < cells; cell += 1) {
      const base = bases.weighted[leaf * cells + cell] ?? 0;
      const baseSquares = bases.squares[leaf * cells + cell] ?? 0;
      if (base === 0) continue;
      for (let at = cell * values, from = (leaf * cells + cell) * values; at < (cell + 1) * values; at += 1, from += 1) {
        const share = bases.shares[at] ?? 0;
        const z = (block.weighted[from] ?? 0) - share * base;
        const squared = plan.ofRespondents ? (1 - 2 * share) * (block.squares[from] ?? 0) + share * share * baseSquares : z * z;
        sums[at] = (sums[at] ?? 0) + z;
        products[at] = (products[at] ?? 0) + squared;
      }
    }
  }
  addVariances(plan, block, bases, { sums, products }, variances);
}

function addVariances(plan: Plan, block: DenseBlock, bases: Bases, { sums, products }: Scratch, variances: Float64Array): void {
  const { cells, values } = block;
  for (let cell = 0; cell < cells; cell += 1) {
    if (plan.leaves.every((leaf) => bases.weighted[leaf * cells + cell] === 0)) continue;
    for (let at = cell * values; at < (cell + 1) * values; at += 1) {
      const [sum, product] = [sums[at] ?? 0, products[at] ?? 0];
      const centred = withoutNoise(product - sum * sum * plan.centre, product);
      variances[at] =
        (variances[at] ?? 0) + (plan.scale === Number.POSITIVE_INFINITY ? plan.scale : plan.scale * Math.max(0, centred));
    }
  }
}
