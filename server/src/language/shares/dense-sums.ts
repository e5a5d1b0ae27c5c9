import type { Counted, PassRows } from './count-pass';
import type { DenseTallies } from './engine';
import { type Frame, marginOf } from './frames';
import type { Measured } from './measured';
import { groupsOf, type Split } from './splits';

/** The sums of a column by some splits, from those of a frame that has these splits and maybe more. */
export function denseSums(
  frame: Frame,
  measured: Measured,
  splits: readonly Split[],
  counted: Counted,
  { leaves, hasZeros, replicateWeights }: Pick<PassRows, 'leaves' | 'hasZeros' | 'replicateWeights'>,
): DenseTallies {
  const groups = groupsOf(splits);
  const groupOf = marginOf(frame, splits);
  const slots = measured.values.length + measured.missing.length;
  const size = groups.length * slots;
  const sums = {
    respondents: new Float64Array(leaves * size),
    weighted: new Float64Array(leaves * size),
    squares: new Float64Array(leaves * size),
    n: new Float64Array(size),
    totals: new Float64Array(size),
    replicates: new Float64Array(size * replicateWeights.length),
  };
  const shape = { cells: frame.cells, places: measured.distinct, slots, size };
  for (let leaf = 0; leaf < leaves; leaf++) addLeaf(sums, shape, groupOf, measured.slotOf, counted, leaf);
  if (hasZeros) addZeros(sums, shape, groupOf, measured.slotOf, counted, leaves);
  addReplicates(sums, shape, groupOf, measured.slotOf, counted, leaves + (hasZeros ? 1 : 0));
  return { groups, values: measured.values, missing: measured.missing, leaves, ...sums };
}

type Sums = Pick<DenseTallies, 'respondents' | 'weighted' | 'squares' | 'n' | 'totals' | 'replicates'>;

interface Shape {
  /** Of a leaf of the frame. */
  readonly cells: number;
  /** Of a cell of the frame. */
  readonly places: number;
  /** Of a group of the result. */
  readonly slots: number;
  /** Slots of a leaf of the result. */
  readonly size: number;
}

function addLeaf(
  { respondents, weighted, squares, n, totals }: Sums,
  { cells, places, slots, size }: Shape,
  groupOf: Uint32Array,
  slotOf: Uint32Array,
  counted: Counted,
  leaf: number,
): void {
  const { counts } = counted;
  for (let cell = 0, from = leaf * cells * places; cell < cells; cell++) {
    const group = (groupOf[cell] ?? 0) * slots;
    for (let place = 0; place < places; place++, from++) {
      const count = counts[from] ?? 0;
      if (count === 0) continue;
      const slot = group + (slotOf[place] ?? 0);
      const weight = counted.totals === undefined ? count : (counted.totals[from * 2] ?? 0);
      const square = counted.totals === undefined ? count : (counted.totals[from * 2 + 1] ?? 0);
      const to = leaf * size + slot;
      respondents[to] = (respondents[to] ?? 0) + count;
      weighted[to] = (weighted[to] ?? 0) + weight;
      squares[to] = (squares[to] ?? 0) + square;
      n[slot] = (n[slot] ?? 0) + count;
      totals[slot] = (totals[slot] ?? 0) + weight;
    }
  }
}

/** Those of weight 0 are respondents, and nothing else. */
function addZeros(
  { n }: Sums,
  { cells, places, slots }: Shape,
  groupOf: Uint32Array,
  slotOf: Uint32Array,
  { counts }: Counted,
  leaf: number,
): void {
  for (let cell = 0, from = leaf * cells * places; cell < cells; cell++) {
    for (let place = 0; place < places; place++, from++) {
      const slot = (groupOf[cell] ?? 0) * slots + (slotOf[place] ?? 0);
      n[slot] = (n[slot] ?? 0) + (counts[from] ?? 0);
    }
  }
}

/** Replicate weights know no leaves, and a respondent of weight 0 may have others. */
function addReplicates(
  { replicates, n }: Sums,
  { cells, places, slots }: Shape,
  groupOf: Uint32Array,
  slotOf: Uint32Array,
  { counts, repeats }: Counted,
  leaves: number,
): void {
  const width = n.length === 0 ? 0 : replicates.length / n.length;
  if (width === 0) return;
  const stride = repeats.length / counts.length;
  for (let from = 0; from < leaves * cells * places; from++) {
    const cell = Math.floor(from / places) % cells;
    const slot = (groupOf[cell] ?? 0) * slots + (slotOf[from % places] ?? 0);
    for (let at = 0; at < width; at++) {
      const to = slot * width + at;
      replicates[to] = (replicates[to] ?? 0) + (repeats[from * stride + at] ?? 0);
    }
  }
}
