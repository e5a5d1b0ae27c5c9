import type { BoundData } from './binding';
import { type Counted, countAll, type PassRows, type Task, usualBlock } from './count-pass';
import { denseSums } from './dense-sums';
import type { DenseTallies } from './engine';
import { type Frame, frameOf, framesFor, isDense, isWithin } from './frames';
import type { Kernel } from './kernel';
import type { Measured } from './measured';
import { placedOf, valuesAt } from './placed';
import { sparseSums } from './sparse-sums';
import type { Split } from './splits';
import { type Sums, sumsOfDense } from './tallies';
import type { CategoryColumn } from './types';
import { hasZero } from './weights';

export interface MemoryEngineOptions {
  /** What goes over the rows; the data's own where there is none. */
  readonly kernel?: Kernel;
  /** How many rows at a time: no number depends on it. */
  readonly blockRows?: number;
}

/** Sums of one column by some splits over some rows. */
export interface Need {
  readonly measured: Measured;
  readonly splits: readonly Split[];
  /** Rows for which it is not yes are left out. */
  readonly among: CategoryColumn | undefined;
  readonly weighted: boolean;
  readonly designed: boolean;
}

export interface Found {
  readonly sums: Sums;
  readonly dense: DenseTallies | undefined;
}

export type SumsOf = (need: Need) => Found | undefined;

/** Needs with the same rows, weights and leaves are met by one pass. */
export function sumAll(bound: BoundData, needs: readonly Need[], options: MemoryEngineOptions): SumsOf {
  const keyOf = keysOf();
  const found = new Map<string, Found>();
  const passes = new Map<string, Need[]>();
  for (const need of needs) {
    const pass = `${need.weighted} ${need.designed} ${keyOf(need.among)}`;
    passes.set(pass, [...(passes.get(pass) ?? []), need]);
  }
  const nameOf = ({ measured, splits, among, weighted, designed }: Need): string =>
    [weighted, designed, keyOf(among), keyOf(measured), ...splits.map(keyOf)].join(' ');
  for (const ofPass of passes.values()) {
    const [first] = ofPass;
    if (first === undefined) continue;
    const { kernel = bound.kernel, blockRows = usualBlock } = options;
    meet({ needs: ofPass, rows: passRows(bound, first), keyOf, kernel, blockRows }, (need, one) => {
      found.set(nameOf(need), one);
    });
  }
  return (need) => found.get(nameOf(need));
}

/** A number for each object that it is given. */
function keysOf(): (of: object | undefined) => number {
  const keys = new Map<object | undefined, number>();
  return (of) => {
    const key = keys.get(of) ?? keys.size;
    if (key === keys.size) keys.set(of, key);
    return key;
  };
}

function passRows(bound: BoundData, { among, weighted, designed }: Need): PassRows {
  const { sample, leafOf, replicateWeights } = bound.drawn(designed);
  const weights = weighted ? bound.weights : undefined;
  return {
    rows: bound.rows,
    weights,
    leafOf,
    leaves: sample.kind === 'linearised' ? sample.leaves : 1,
    hasZeros: weights !== undefined && hasZero(weights),
    kept: among && keptBy(among),
    replicateWeights,
  };
}

function keptBy(among: CategoryColumn): PassRows['kept'] {
  const placed = placedOf(among);
  return { places: placed.places, isKept: valuesAt(placed).map((value) => value.known && value.value === true) };
}

/** Needs that are met by one pass. */
interface Pass {
  readonly needs: readonly Need[];
  readonly rows: PassRows;
  readonly keyOf: (of: object) => number;
  readonly kernel: Kernel;
  readonly blockRows: number;
}

/** Frames for the columns that are split the same ways, then one count of all that is dense. */
function meet(pass: Pass, found: (need: Need, one: Found) => void): void {
  const { needs, rows, keyOf, kernel, blockRows } = pass;
  const leaves = rows.leaves + (rows.hasZeros ? 1 : 0);
  const wanted = new Map<Task, Need[]>();
  for (const together of groupedByWays(needs, keyOf)) {
    const taskOf = tasksFor(together, rows.rows, leaves, keyOf);
    for (const need of together) {
      const task = taskOf(need);
      if (task === undefined) found(need, { sums: sparseSums(need.measured, need.splits, rows), dense: undefined });
      else wanted.set(task, [...(wanted.get(task) ?? []), need]);
    }
  }
  const read = (task: Task, counted: Counted) => {
    for (const need of wanted.get(task) ?? []) {
      const dense = denseSums(task.frame, need.measured, need.splits, counted, rows);
      found(need, { sums: sumsOfDense(dense), dense });
    }
  };
  countAll(kernel, [...wanted.keys()], rows, read, blockRows);
}

/** Needs whose columns are split in the same ways. */
function groupedByWays(needs: readonly Need[], keyOf: (of: object) => number): readonly (readonly Need[])[] {
  const ofColumn = new Map<Measured, Need[]>();
  for (const need of needs) ofColumn.set(need.measured, [...(ofColumn.get(need.measured) ?? []), need]);
  const groups = new Map<string, Need[]>();
  for (const ofOne of ofColumn.values()) {
    const ways = [...new Set(ofOne.map((need) => wayOf(need, keyOf)))].sort().join(';');
    groups.set(ways, [...(groups.get(ways) ?? []), ...ofOne]);
  }
  return [...groups.values()];
}

function wayOf({ splits }: Need, keyOf: (of: object) => number): string {
  return splits.map(keyOf).join(' ');
}

/** What is to be counted for each need: one task for all that a column is counted for in a frame; none where sums are sparse. */
function tasksFor(
  needs: readonly Need[],
  rows: number,
  leaves: number,
  keyOf: (of: object) => number,
): (need: Need) => Task | undefined {
  const ways = [...new Map(needs.map((need) => [wayOf(need, keyOf), need.splits])).values()];
  const frames = framesFor(ways, rows, leaves);
  const own = new Map(ways.map((way) => [way.map(keyOf).join(' '), frameOf(way)]));
  const tasks = new Map<Measured, Map<Frame, Task>>();
  return (need) => {
    const ownFrame = own.get(wayOf(need, keyOf));
    const frame = [...frames, ...(ownFrame === undefined ? [] : [ownFrame])].find(
      (one) => isWithin(need.splits, one) && isDense(one, need.splits, need.measured, leaves, rows),
    );
    if (frame === undefined) return undefined;
    const ofColumn = tasks.get(need.measured) ?? new Map<Frame, Task>();
    const task = ofColumn.get(frame) ?? { frame, measured: need.measured };
    tasks.set(need.measured, ofColumn.set(frame, task));
    return task;
  };
}
