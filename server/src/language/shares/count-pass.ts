import type { Frame } from './frames';
import { aligned, type Kernel } from './kernel';
import type { Measured } from './measured';
import { stridesOf } from './splits';

/** The rows of a pass, and what they count. */
export interface PassRows {
  readonly rows: number;
  /** Absent: every row counts 1. */
  readonly weights: Float64Array | undefined;
  /** Absent: all are in leaf 0. */
  readonly leafOf: Uint32Array | undefined;
  /** Leaves; with weights of zero there is one more, in which the rows that have one are put. */
  readonly leaves: number;
  readonly hasZeros: boolean;
  /** The place of each row and which places are kept. Absent: all rows are. */
  readonly kept: { readonly places: ArrayLike<number>; readonly isKept: readonly boolean[] } | undefined;
  readonly replicateWeights: readonly Float64Array[];
}

/** One column counted in one frame. */
export interface Task {
  readonly frame: Frame;
  readonly measured: Measured;
}

/** The kernel's memory after a pass, and where in it, counted in numbers, the sums of a task lie as [leaf][cell][place]. */
export interface Counted {
  readonly doubles: Float64Array;
  readonly longs: Uint32Array;
  /** Sum of weights and of squared weights, side by side; absent where rows are not weighted. */
  readonly totals: number | undefined;
  readonly counts: number;
  /** Sums of each replicate weight, for each slot so many places. */
  readonly repeats: number;
  readonly repeatsOfSlot: number;
}

/** Rows that are copied into the kernel's memory at a time: so many that what they are added to is still near. */
export const usualBlock = 16_384;

/** Tables of one pass over the rows take no more memory than this, unless one alone does. */
const mostBytes = 1 << 25;

/** Counts the tasks, as many at a time as there is memory for, and gives each its sums when they are there. */
export function countAll(
  kernel: Kernel,
  tasks: readonly Task[],
  pass: PassRows,
  blockRows: number,
  use: (task: Task, counted: Counted) => void,
): void {
  let next: Task[] = [];
  let bytes = 0;
  const count = () => {
    if (next.length > 0) countTogether(kernel, next, pass, blockRows, use);
    next = [];
    bytes = 0;
  };
  for (const task of tasks) {
    const size = slotsOf(task, pass) * bytesOfSlot(pass);
    if (bytes + size > mostBytes) count();
    next.push(task);
    bytes += size;
  }
  count();
}

function slotsOf({ frame, measured }: Task, { leaves, hasZeros }: PassRows): number {
  return (leaves + (hasZeros ? 1 : 0)) * frame.cells * measured.distinct;
}

function bytesOfSlot(pass: PassRows): number {
  return (pass.weights === undefined ? 4 : 20) + 8 * evenReplicates(pass);
}

function evenReplicates({ replicateWeights }: PassRows): number {
  return replicateWeights.length + (replicateWeights.length % 2);
}

/** Where everything lies in the kernel's memory. */
interface Layout {
  readonly chosen: number;
  readonly places: number;
  readonly picked: number;
  readonly weights: number;
  readonly repeats: number;
  readonly frames: ReadonlyMap<Frame, FrameLayout>;
  readonly tables: readonly TableLayout[];
  readonly size: number;
}

interface FrameLayout {
  readonly cells: number;
  /** Of each split, what its places add to a cell. */
  readonly lookups: readonly number[];
}

interface TableLayout {
  readonly task: Task;
  readonly totals: number;
  readonly counts: number;
  readonly repeats: number;
}

function layOut(tasks: readonly Task[], pass: PassRows, block: number): Layout {
  let next = 0;
  const place = (bytes: number): number => {
    const at = next;
    next = aligned(next + bytes);
    return at;
  };
  const replicates = evenReplicates(pass);
  const common = {
    chosen: place(block * 2),
    places: place(block),
    picked: place(block),
    weights: place(block * 8),
    repeats: place(block * 8 * replicates),
  };
  const frames = new Map<Frame, FrameLayout>();
  for (const { frame } of tasks) {
    if (frames.has(frame)) continue;
    frames.set(frame, { cells: place(block * 2), lookups: frame.splits.map(() => place(512)) });
  }
  const tables = tasks.map((task) => {
    const slots = slotsOf(task, pass);
    const totals = place(pass.weights === undefined ? 0 : slots * 16);
    return { task, totals, counts: place(slots * 4), repeats: place(slots * 8 * replicates) };
  });
  return { ...common, frames, tables, size: next };
}

/** The kernel's memory, as numbers of each size. */
interface Views {
  readonly bytes: Uint8Array;
  readonly shorts: Uint16Array;
  readonly doubles: Float64Array;
}

function countTogether(
  kernel: Kernel,
  tasks: readonly Task[],
  pass: PassRows,
  blockRows: number,
  use: (task: Task, counted: Counted) => void,
): void {
  const replicates = evenReplicates(pass);
  const block = Math.max(1, Math.min(pass.rows, Math.floor(blockRows / Math.max(1, replicates / 4))));
  const layout = layOut(tasks, pass, block);
  const buffer = kernel.reserve(layout.size);
  const whole = buffer.byteLength & ~7;
  const views = {
    bytes: new Uint8Array(buffer),
    shorts: new Uint16Array(buffer, 0, whole >> 1),
    doubles: new Float64Array(buffer, 0, whole >> 3),
  };
  const first = layout.tables[0];
  views.bytes.fill(0, first?.totals ?? 0, layout.size);
  for (const [frame, { lookups }] of layout.frames) writeLookups(views, frame, lookups);
  for (let from = 0; from < pass.rows; from += block) {
    countBlock(kernel, views, layout, pass, from, Math.min(block, pass.rows - from));
  }
  const longs = new Uint32Array(buffer, 0, whole >> 2);
  for (const { task, totals, counts, repeats } of layout.tables) {
    use(task, {
      doubles: views.doubles,
      longs,
      totals: pass.weights === undefined ? undefined : totals / 8,
      counts: counts / 4,
      repeats: repeats / 8,
      repeatsOfSlot: replicates,
    });
  }
}

function writeLookups({ shorts }: Views, { splits }: Frame, lookups: readonly number[]): void {
  const strides = stridesOf(splits);
  for (const [at, { groupOf }] of splits.entries()) {
    const lookup = (lookups[at] ?? 0) >> 1;
    for (const [place, group] of groupOf.entries()) shorts[lookup + place] = group * (strides[at] ?? 0);
  }
}

/** Rows `from` to `from + length`: where they are counted, what they weigh, then each column. */
function countBlock(kernel: Kernel, views: Views, layout: Layout, pass: PassRows, from: number, length: number): void {
  const { bytes } = views;
  const rows = chooseRows(views, layout, pass, from, length);
  const chosen = pass.kept === undefined ? undefined : { at: layout.chosen, rows };
  /** The place of a column's rows in the memory. */
  const copied = (places: Measured['places']): number => {
    bytes.set(places.subarray(from, from + length), layout.places);
    if (chosen === undefined) return layout.places;
    kernel.pick(layout.picked, layout.places, chosen.at, rows);
    return layout.picked;
  };
  weigh(views, layout, pass, from, rows);
  for (const [frame, { cells, lookups }] of layout.frames) {
    fillLeaves(views, cells, frame, layout, pass, from, rows);
    for (const [at, split] of frame.splits.entries()) kernel.locate(cells, copied(split.places), lookups[at] ?? 0, rows);
  }
  let last: Measured | undefined;
  let places = layout.places;
  for (const { task, totals, counts, repeats } of layout.tables) {
    const { frame, measured } = task;
    if (measured !== last) places = copied(measured.places);
    last = measured;
    const cells = layout.frames.get(frame)?.cells ?? 0;
    if (pass.weights === undefined) kernel.counts(counts, cells, places, rows, measured.distinct);
    else kernel.sums(totals, counts, cells, places, layout.weights, rows, measured.distinct);
    if (pass.replicateWeights.length > 0)
      kernel.repeat(repeats, cells, places, layout.repeats, rows, measured.distinct, evenReplicates(pass));
  }
}

/** Writes down which rows of the block are kept, and says how many. */
function chooseRows({ shorts }: Views, { chosen }: Layout, { kept }: PassRows, from: number, length: number): number {
  if (kept === undefined) return length;
  let rows = 0;
  for (let at = 0; at < length; at++) {
    if (kept.isKept[kept.places[from + at] ?? 0] === true) shorts[(chosen >> 1) + rows++] = at;
  }
  return rows;
}

function weigh({ shorts, doubles }: Views, layout: Layout, pass: PassRows, from: number, rows: number): void {
  const replicates = evenReplicates(pass);
  const rowAt = (at: number): number => from + (pass.kept === undefined ? at : (shorts[(layout.chosen >> 1) + at] ?? 0));
  const { weights, replicateWeights } = pass;
  if (weights !== undefined) {
    const to = layout.weights >> 3;
    if (pass.kept === undefined) doubles.set(weights.subarray(from, from + rows), to);
    else for (let at = 0; at < rows; at++) doubles[to + at] = weights[rowAt(at)] ?? 0;
  }
  for (const [replicate, of] of replicateWeights.entries()) {
    const to = (layout.repeats >> 3) + replicate;
    for (let at = 0; at < rows; at++) doubles[to + at * replicates] = of[rowAt(at)] ?? 0;
  }
}

/** Begins the cell of each row with what its leaf adds. */
function fillLeaves(
  { shorts, doubles }: Views,
  cells: number,
  frame: Frame,
  layout: Layout,
  pass: PassRows,
  from: number,
  rows: number,
): void {
  const to = cells >> 1;
  const { leafOf, kept } = pass;
  if (leafOf === undefined) shorts.fill(0, to, to + rows);
  else if (kept === undefined) {
    for (let at = 0; at < rows; at++) shorts[to + at] = (leafOf[from + at] ?? 0) * frame.cells;
  } else {
    const chosen = layout.chosen >> 1;
    for (let at = 0; at < rows; at++) shorts[to + at] = (leafOf[from + (shorts[chosen + at] ?? 0)] ?? 0) * frame.cells;
  }
  if (!pass.hasZeros) return;
  const weights = layout.weights >> 3;
  for (let at = 0; at < rows; at++) if (doubles[weights + at] === 0) shorts[to + at] = pass.leaves * frame.cells;
}
