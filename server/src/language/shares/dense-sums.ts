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
  const { values, missing, slotOf, distinct } = measured;
  const slots = slotsOf(first, marginOf(frame, way), slotOf, distinct, block.values);
  const isWhole = new Set(way.splits).size === frame.splits.length && distinct === values.length + missing.length;
  for (let leaf = 0; leaf < leaves; leaf++) {
    if (counted.totals === undefined) addCounts(block, slots, counted, leaf);
    else if (isWhole) writeWeights(block, slots, counted, counted.totals, leaf);
    else addWeights(block, slots, counted, counted.totals, leaf);
  }
  if (hasZeros) addZeros(block, slots, counted, leaves);
  if (replicateWeights.length > 0) {
    addReplicates(block, slots, counted, leaves + (hasZeros ? 1 : 0), replicateWeights.length);
  }
}

/** Where in a leaf of the block each cell and place of a leaf of the frame goes. */
function slotsOf(first: number, groupOf: Uint32Array, slotOf: Uint32Array, places: number, values: number): Uint32Array {
  const slots = new Uint32Array(groupOf.length * places);
  for (let cell = 0, at = 0; cell < groupOf.length; cell++) {
    const group = (first + (groupOf[cell] ?? 0)) * values;
    for (let place = 0; place < places; place++, at++) slots[at] = group + (slotOf[place] ?? 0);
  }
  return slots;
}

function addWeights(
  { respondents, weighted, squares, n, totals }: DenseSums,
  slots: Uint32Array,
  { doubles, longs, counts }: Counted,
  sums: number,
  leaf: number,
): void {
  const start = leaf * n.length;
  for (let at = 0, from = leaf * slots.length; at < slots.length; at++, from++) {
    const slot = slots[at] ?? 0;
    const count = longs[counts + from] ?? 0;
    const weight = doubles[sums + from * 2] ?? 0;
    respondents[start + slot] = (respondents[start + slot] ?? 0) + count;
    weighted[start + slot] = (weighted[start + slot] ?? 0) + weight;
    squares[start + slot] = (squares[start + slot] ?? 0) + (doubles[sums + from * 2 + 1] ?? 0);
    n[slot] = (n[slot] ?? 0) + count;
    totals[slot] = (totals[slot] ?? 0) + weight;
  }
}

/** As `addWeights`, where each cell and place of the frame is a group and value of its own: there is nothing to add to. */
function writeWeights(
  { respondents, weighted, squares, n, totals }: DenseSums,
  slots: Uint32Array,
  { doubles, longs, counts }: Counted,
  sums: number,
  leaf: number,
): void {
  const start = leaf * n.length;
  for (let at = 0, from = leaf * slots.length; at < slots.length; at++, from++) {
    const slot = slots[at] ?? 0;
    const count = longs[counts + from] ?? 0;
    const weight = doubles[sums + from * 2] ?? 0;
    respondents[start + slot] = count;
    weighted[start + slot] = weight;
    squares[start + slot] = doubles[sums + from * 2 + 1] ?? 0;
    n[slot] = (n[slot] ?? 0) + count;
    totals[slot] = (totals[slot] ?? 0) + weight;
  }
}

/** Every respondent weighs 1. */
function addCounts(
  { respondents, weighted, squares, n, totals }: DenseSums,
  slots: Uint32Array,
  { longs, counts }: Counted,
  leaf: number,
): void {
  for (let at = 0, from = leaf * slots.length; at < slots.length; at++, from++) {
    const slot = slots[at] ?? 0;
    const count = longs[counts + from] ?? 0;
    for (const sums of [respondents, weighted, squares]) {
      sums[leaf * n.length + slot] = (sums[leaf * n.length + slot] ?? 0) + count;
    }
    for (const sums of [n, totals]) sums[slot] = (sums[slot] ?? 0) + count;
  }
}

/** Those of weight 0 are respondents, and nothing else. */
function addZeros({ n }: DenseSums, slots: Uint32Array, { longs, counts }: Counted, leaf: number): void {
  for (let at = 0, from = leaf * slots.length; at < slots.length; at++, from++) {
    const slot = slots[at] ?? 0;
    n[slot] = (n[slot] ?? 0) + (longs[counts + from] ?? 0);
  }
}

/** Replicate weights know no leaves, and a respondent of weight 0 may have others. */
function addReplicates(
  { replicates }: DenseSums,
  slots: Uint32Array,
  { doubles, repeats, repeatsOfSlot }: Counted,
  leaves: number,
  width: number,
): void {
  for (let from = 0; from < leaves * slots.length; from++) {
    const slot = slots[from % slots.length] ?? 0;
    for (let at = 0; at < width; at++) {
      const to = slot * width + at;
      replicates[to] = (replicates[to] ?? 0) + (doubles[repeats + from * repeatsOfSlot + at] ?? 0);
    }
  }
}
