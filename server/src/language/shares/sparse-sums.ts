import type { Tally } from '../estimation/tally';
import { remembered } from '../text/remember';
import type { PassRows } from './count-pass';
import type { Way } from './frames';
import type { Measured } from './measured';
import { type Split, stridesOf } from './splits';
import type { Sums } from './tallies';

/**
 * Sums by leaf where leaves or values are so many that most of their combinations have no respondent: only those that have
 * one are kept. Rows are gone through leaf by leaf.
 */
export function sparseSums(measured: Measured, { splits, groups }: Way, pass: PassRows): Sums {
  const slots = measured.values.length + measured.missing.length;
  const size = groups.length * slots;
  const slotOf = rowSlots(measured, splits, pass, slots);
  const sums = sumByLeaf(slotOf, size, pass);
  let repeats: readonly Float64Array[] | undefined;
  return {
    groups,
    values: measured.values,
    missing: measured.missing,
    at(group, slot) {
      const at = group * slots + slot;
      return {
        n: sums.n[at] ?? 0,
        weighted: sums.totals[at] ?? 0,
        units: () => sums.units(at),
        replicates() {
          repeats ??= pass.replicateWeights.map((weights) => sumOf(slotOf, size, weights));
          return Float64Array.from(repeats, (of) => of[at] ?? 0);
        },
      };
    },
  };
}

/** The slot of each row, -1 for those that are not kept. */
function rowSlots(measured: Measured, splits: readonly Split[], { rows, kept }: PassRows, slots: number): Int32Array {
  const slotOf = new Int32Array(rows);
  for (const [at, stride] of stridesOf(splits).entries()) {
    const split = splits[at];
    if (split === undefined) continue;
    for (let row = 0; row < rows; row++) {
      slotOf[row] = (slotOf[row] ?? 0) + (split.groupOf[split.places[row] ?? 0] ?? 0) * stride;
    }
  }
  for (let row = 0; row < rows; row++) {
    const isKept = kept === undefined || kept.isKept[kept.places[row] ?? 0] === true;
    slotOf[row] = isKept ? (slotOf[row] ?? 0) * slots + (measured.slotOf[measured.places[row] ?? 0] ?? 0) : -1;
  }
  return slotOf;
}

interface LeafSums {
  readonly n: Float64Array;
  readonly totals: Float64Array;
  readonly units: (slot: number) => Tally['units'];
}

/** Sums of one leaf and slot, leaf after leaf. */
interface Entries {
  readonly slot: number[];
  readonly leaf: number[];
  readonly n: number[];
  readonly weighted: number[];
  readonly squares: number[];
}

function sumByLeaf(slotOf: Int32Array, size: number, { weights, leafOf }: PassRows): LeafSums {
  const n = new Float64Array(size);
  const totals = new Float64Array(size);
  const current = { n: new Float64Array(size), weighted: new Float64Array(size), squares: new Float64Array(size) };
  const entries: Entries = { slot: [], leaf: [], n: [], weighted: [], squares: [] };
  const order = leafOf === undefined ? undefined : rowsByLeaf(leafOf);
  let touched: number[] = [];
  let leaf = 0;
  const endLeaf = () => {
    for (const slot of touched) endSlot(entries, current, slot, leaf);
    touched = [];
  };
  for (let at = 0; at < slotOf.length; at++) {
    const row = order?.[at] ?? at;
    const slot = slotOf[row] ?? -1;
    if (slot < 0) continue;
    const next = leafOf?.[row] ?? 0;
    if (next !== leaf) endLeaf();
    leaf = next;
    const weight = weights === undefined ? 1 : (weights[row] ?? 0);
    n[slot] = (n[slot] ?? 0) + 1;
    if (weight === 0) continue;
    if (current.n[slot] === 0) touched.push(slot);
    totals[slot] = (totals[slot] ?? 0) + weight;
    current.n[slot] = (current.n[slot] ?? 0) + 1;
    current.weighted[slot] = (current.weighted[slot] ?? 0) + weight;
    current.squares[slot] = (current.squares[slot] ?? 0) + weight * weight;
  }
  endLeaf();
  return { n, totals, units: unitsBySlot(entries, size) };
}

function endSlot(
  entries: Entries,
  current: Record<'n' | 'weighted' | 'squares', Float64Array>,
  slot: number,
  leaf: number,
): void {
  entries.slot.push(slot);
  entries.leaf.push(leaf);
  for (const of of ['n', 'weighted', 'squares'] as const) {
    entries[of].push(current[of][slot] ?? 0);
    current[of][slot] = 0;
  }
}

/** The entries of each slot, leaves ascending as they were written. */
function unitsBySlot(entries: Entries, size: number): (slot: number) => Tally['units'] {
  const ends = new Uint32Array(size + 1);
  for (const slot of entries.slot) ends[slot + 1] = (ends[slot + 1] ?? 0) + 1;
  for (let slot = 0; slot < size; slot++) ends[slot + 1] = (ends[slot + 1] ?? 0) + (ends[slot] ?? 0);
  const next = ends.slice();
  const sorted = new Uint32Array(entries.slot.length);
  for (const [entry, slot] of entries.slot.entries()) {
    sorted[next[slot] ?? 0] = entry;
    next[slot] = (next[slot] ?? 0) + 1;
  }
  return (slot) => {
    const found = sorted.subarray(ends[slot] ?? 0, ends[slot + 1] ?? 0);
    const of = (numbers: readonly number[]): Float64Array => Float64Array.from(found, (entry) => numbers[entry] ?? 0);
    return {
      leaf: Uint32Array.from(found, (entry) => entries.leaf[entry] ?? 0),
      n: of(entries.n),
      weighted: of(entries.weighted),
      squares: of(entries.squares),
    };
  };
}

/** The rows in the order of their leaves, and of one leaf as they come. */
const rowsByLeaf = remembered((leafOf: Uint32Array): Uint32Array => {
  const most = leafOf.reduce((largest, leaf) => Math.max(largest, leaf), 0);
  const next = new Uint32Array(most + 2);
  for (let row = 0; row < leafOf.length; row++) {
    const leaf = (leafOf[row] ?? 0) + 1;
    next[leaf] = (next[leaf] ?? 0) + 1;
  }
  for (let leaf = 0; leaf < most; leaf++) next[leaf + 1] = (next[leaf + 1] ?? 0) + (next[leaf] ?? 0);
  const order = new Uint32Array(leafOf.length);
  for (let row = 0; row < leafOf.length; row++) {
    const leaf = leafOf[row] ?? 0;
    order[next[leaf] ?? 0] = row;
    next[leaf] = (next[leaf] ?? 0) + 1;
  }
  return order;
});

function sumOf(slots: Int32Array, size: number, weights: Float64Array): Float64Array {
  const sums = new Float64Array(size);
  for (let row = 0; row < slots.length; row++) {
    const slot = slots[row] ?? -1;
    if (slot >= 0) sums[slot] = (sums[slot] ?? 0) + (weights[row] ?? 0);
  }
  return sums;
}
