import type { Counted, PassRows, Task } from './count-pass';
import type { DenseSums, DenseTallies } from './engine';
import { marginOf, type Way } from './frames';
import type { Measured } from './measured';

interface Wanted {
  readonly measured: Measured;
  readonly way: Way;
}

/** A block is not made larger than so many sums, unless one request alone is. */
const mostSums = 1 << 20;

/** Room for the sums of some columns, each split one way: cells of one shape lie in one block. */
export function blocksFor<One extends Wanted>(wanted: readonly One[], pass: PassRows): ReadonlyMap<One, DenseTallies> {
  const shapes = new Map<string, { wanted: One[]; cells: number; values: number }>();
  const tallies = new Map<One, DenseTallies>();
  const end = (shape: { wanted: One[]; cells: number; values: number }) => {
    const block = emptyBlock(shape.cells, shape.values, pass);
    let first = 0;
    for (const one of shape.wanted) {
      const { values, missing } = one.measured;
      tallies.set(one, { groups: one.way.groups, values, missing, block, first });
      first += one.way.groups.length;
    }
  };
  for (const one of wanted) {
    const { values, missing, shape: key } = one.measured;
    const shape = shapes.get(key) ?? { wanted: [], cells: 0, values: values.length + missing.length };
    const cells = shape.cells + one.way.groups.length;
    if (cells * shape.values * pass.leaves > mostSums && shape.wanted.length > 0) {
      end(shape);
      shapes.set(key, { wanted: [one], cells: one.way.groups.length, values: shape.values });
    } else {
      shape.wanted.push(one);
      shapes.set(key, { ...shape, cells });
    }
  }
  for (const shape of shapes.values()) end(shape);
  return tallies;
}

function emptyBlock(cells: number, values: number, { leaves, replicateWeights }: PassRows): DenseSums {
  const size = cells * values;
  return {
    leaves,
    cells,
    values,
    respondents: new Float64Array(leaves * size),
    weighted: new Float64Array(leaves * size),
    squares: new Float64Array(leaves * size),
    n: new Float64Array(size),
    totals: new Float64Array(size),
    replicates: new Float64Array(size * replicateWeights.length),
  };
}

/** Adds what was counted of a column in a frame to its sums by one way, which has the frame's splits or fewer. */
export function addSums(
  { block, first }: DenseTallies,
  { frame, measured }: Task,
  way: Way,
  counted: Counted,
  { leaves, hasZeros, replicateWeights }: PassRows,
): void {
  const shape = { cells: frame.cells, places: measured.distinct, first };
  const margin = { groupOf: marginOf(frame, way), slotOf: measured.slotOf };
  const isWhole = frame.cells === way.groups.length && measured.distinct === measured.values.length + measured.missing.length;
  for (let leaf = 0; leaf < leaves; leaf++) {
    if (counted.totals === undefined) addCounts(block, shape, margin, counted, leaf);
    else if (isWhole) writeWeights(block, shape, margin, counted, counted.totals, leaf);
    else addWeights(block, shape, margin, counted, counted.totals, leaf);
  }
  if (hasZeros) addZeros(block, shape, margin, counted, leaves);
  if (replicateWeights.length > 0) {
    addReplicates(block, shape, margin, counted, leaves + (hasZeros ? 1 : 0), replicateWeights.length);
  }
}

interface Shape {
  /** Of a leaf of the frame. */
  readonly cells: number;
  /** Of a cell of the frame. */
  readonly places: number;
  /** The cell of the block that the first group is. */
  readonly first: number;
}

/** Where the cells and places of a frame go. */
interface Margin {
  readonly groupOf: Uint32Array;
  readonly slotOf: Uint32Array;
}

function addWeights(
  { respondents, weighted, squares, n, totals, values }: DenseSums,
  { cells, places, first }: Shape,
  { groupOf, slotOf }: Margin,
  { doubles, longs, counts }: Counted,
  sums: number,
  leaf: number,
): void {
  for (let cell = 0, from = leaf * cells * places; cell < cells; cell++) {
    const group = (first + (groupOf[cell] ?? 0)) * values;
    for (let place = 0; place < places; place++, from++) {
      const count = longs[counts + from] ?? 0;
      if (count === 0) continue;
      const slot = group + (slotOf[place] ?? 0);
      const to = leaf * n.length + slot;
      const weight = doubles[sums + from * 2] ?? 0;
      respondents[to] = (respondents[to] ?? 0) + count;
      weighted[to] = (weighted[to] ?? 0) + weight;
      squares[to] = (squares[to] ?? 0) + (doubles[sums + from * 2 + 1] ?? 0);
      n[slot] = (n[slot] ?? 0) + count;
      totals[slot] = (totals[slot] ?? 0) + weight;
    }
  }
}

/** As `addWeights`, where each cell and place of the frame is a group and value of its own: nothing is added to what is there. */
function writeWeights(
  { respondents, weighted, squares, n, totals, values }: DenseSums,
  { cells, places, first }: Shape,
  { groupOf, slotOf }: Margin,
  { doubles, longs, counts }: Counted,
  sums: number,
  leaf: number,
): void {
  const start = leaf * n.length;
  for (let cell = 0, from = leaf * cells * places; cell < cells; cell++) {
    const group = (first + (groupOf[cell] ?? 0)) * values;
    for (let place = 0; place < places; place++, from++) {
      const count = longs[counts + from] ?? 0;
      const slot = group + (slotOf[place] ?? 0);
      const weight = doubles[sums + from * 2] ?? 0;
      respondents[start + slot] = count;
      weighted[start + slot] = weight;
      squares[start + slot] = doubles[sums + from * 2 + 1] ?? 0;
      n[slot] = (n[slot] ?? 0) + count;
      totals[slot] = (totals[slot] ?? 0) + weight;
    }
  }
}

/** Every respondent weighs 1. */
function addCounts(
  { respondents, weighted, squares, n, totals, values }: DenseSums,
  { cells, places, first }: Shape,
  { groupOf, slotOf }: Margin,
  { longs, counts }: Counted,
  leaf: number,
): void {
  for (let cell = 0, from = leaf * cells * places; cell < cells; cell++) {
    const group = (first + (groupOf[cell] ?? 0)) * values;
    for (let place = 0; place < places; place++, from++) {
      const slot = group + (slotOf[place] ?? 0);
      const count = longs[counts + from] ?? 0;
      for (const sums of [respondents, weighted, squares]) {
        sums[leaf * n.length + slot] = (sums[leaf * n.length + slot] ?? 0) + count;
      }
      for (const sums of [n, totals]) sums[slot] = (sums[slot] ?? 0) + count;
    }
  }
}

/** Those of weight 0 are respondents, and nothing else. */
function addZeros(
  { n, values }: DenseSums,
  { cells, places, first }: Shape,
  { groupOf, slotOf }: Margin,
  { longs, counts }: Counted,
  leaf: number,
): void {
  for (let cell = 0, from = leaf * cells * places; cell < cells; cell++) {
    for (let place = 0; place < places; place++, from++) {
      const slot = (first + (groupOf[cell] ?? 0)) * values + (slotOf[place] ?? 0);
      n[slot] = (n[slot] ?? 0) + (longs[counts + from] ?? 0);
    }
  }
}

/** Replicate weights know no leaves, and a respondent of weight 0 may have others. */
function addReplicates(
  { replicates, values }: DenseSums,
  { cells, places, first }: Shape,
  { groupOf, slotOf }: Margin,
  { doubles, repeats, repeatsOfSlot }: Counted,
  leaves: number,
  width: number,
): void {
  for (let from = 0; from < leaves * cells * places; from++) {
    const cell = Math.floor(from / places) % cells;
    const slot = (first + (groupOf[cell] ?? 0)) * values + (slotOf[from % places] ?? 0);
    for (let at = 0; at < width; at++) {
      const to = slot * width + at;
      replicates[to] = (replicates[to] ?? 0) + (doubles[repeats + from * repeatsOfSlot + at] ?? 0);
    }
  }
}
