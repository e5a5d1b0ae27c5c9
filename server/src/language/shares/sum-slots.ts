import { nobody, type Tally } from '../estimation/tally';
import type { Drawn } from './drawn';

/**
 * The sums of the rows in each slot, told apart by leaf and repeated with each replicate weight. A slot nobody is in is
 * `nobody`.
 * @param slots of each row, below `size`
 */
export function sumSlots(
  slots: Int32Array,
  size: number,
  { weights, leafOf, replicateWeights }: Drawn & { readonly weights: Float64Array | undefined },
): (slot: number) => Tally {
  const n = new Float64Array(size);
  const weighted = new Float64Array(size);
  const leaves: LeafSums[][] = [];
  for (const [row, slot] of slots.entries()) {
    const weight = weights === undefined ? 1 : (weights[row] ?? 0);
    n[slot] = (n[slot] ?? 0) + 1;
    weighted[slot] = (weighted[slot] ?? 0) + weight;
    if (weight > 0) addToLeaf(leaves, slot, leafOf?.[row] ?? 0, weight);
  }
  const replicates = replicateWeights.map((of) => sumOf(slots, size, of));
  return (slot) => {
    if ((n[slot] ?? 0) === 0) return nobody;
    return {
      n: n[slot] ?? 0,
      weighted: weighted[slot] ?? 0,
      units: unitsOf(leaves[slot] ?? []),
      replicates: Float64Array.from(replicates, (sums) => sums[slot] ?? 0),
    };
  };
}

interface LeafSums {
  readonly leaf: number;
  n: number;
  weighted: number;
  squares: number;
}

function addToLeaf(leaves: LeafSums[][], slot: number, leaf: number, weight: number): void {
  leaves[slot] ??= [];
  const ofSlot = leaves[slot];
  ofSlot[leaf] ??= { leaf, n: 0, weighted: 0, squares: 0 };
  const sums = ofSlot[leaf];
  sums.n++;
  sums.weighted += weight;
  sums.squares += weight * weight;
}

function unitsOf(sparse: readonly LeafSums[]): Tally['units'] {
  const sums = sparse.filter((one) => one !== undefined);
  return {
    leaf: Uint32Array.from(sums, ({ leaf }) => leaf),
    n: Float64Array.from(sums, ({ n }) => n),
    weighted: Float64Array.from(sums, ({ weighted }) => weighted),
    squares: Float64Array.from(sums, ({ squares }) => squares),
  };
}

function sumOf(slots: Int32Array, size: number, weights: Float64Array): Float64Array {
  const sums = new Float64Array(size);
  for (const [row, slot] of slots.entries()) sums[slot] = (sums[slot] ?? 0) + (weights[row] ?? 0);
  return sums;
}
