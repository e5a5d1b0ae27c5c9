import type { BoundData } from './binding';
import { countAll, type PassRows, type Task, usualBlock } from './count-pass';
import { addSums, blocksFor } from './dense-sums';
import type { DenseTallies } from './engine';
import { type Frame, frameOf, framesFor, isDense, isWithin, type Way } from './frames';
import type { Kernel } from './kernel';
import type { Measured } from './measured';
import { placedOf, valuesAt } from './placed';
import { sparseSums } from './sparse-sums';
import { type Sums, sumsOfDense } from './tallies';
import type { CategoryColumn } from './types';
import { hasZero } from './weights';

export interface MemoryEngineOptions {
  /** What goes over the rows; the data's own where there is none. */
  readonly kernel?: Kernel;
  /** How many rows at a time: no number depends on it. */
  readonly blockRows?: number;
}

/** Which rows are counted, and how. */
export interface Manner {
  /** Rows for which it is not yes are left out. */
  readonly among: CategoryColumn | undefined;
  readonly weighted: boolean;
  readonly designed: boolean;
}

/** Sums of one column split one way. */
export interface Need extends Manner {
  readonly measured: Measured;
  readonly way: Way;
}

export interface Found {
  readonly sums: Sums;
  readonly dense: DenseTallies | undefined;
}

/** Needs with the same rows, weights and leaves are met by one pass; those of one column split one way, by one count. */
export function sumAll(bound: BoundData, needs: readonly Need[], options: MemoryEngineOptions): ReadonlyMap<Need, Found> {
  const found = new Map<Need, Found>();
  for (const { manner, needs: together } of byManner(needs)) {
    const { kernel = bound.kernel, blockRows = usualBlock } = options;
    const once = different(together);
    const sums = new Map<Need, Found>();
    meet({ needs: [...new Set(once.values())], rows: passRows(bound, manner), kernel, blockRows }, sums);
    for (const need of together) {
      const one = sums.get(once.get(need) ?? need);
      if (one !== undefined) found.set(need, one);
    }
  }
  return found;
}

function byManner(needs: readonly Need[]): readonly { readonly manner: Manner; readonly needs: Need[] }[] {
  const found: { readonly manner: Manner; readonly needs: Need[] }[] = [];
  for (const need of needs) {
    const same = found.find(
      ({ manner: { among, weighted, designed } }) =>
        among === need.among && weighted === need.weighted && designed === need.designed,
    );
    if (same === undefined) found.push({ manner: need, needs: [need] });
    else same.needs.push(need);
  }
  return found;
}

/** For each need the first that is the same. */
function different(needs: readonly Need[]): ReadonlyMap<Need, Need> {
  const firsts = new Map<Measured, Map<Way, Need>>();
  const found = new Map<Need, Need>();
  for (const need of needs) {
    const ofColumn = firsts.get(need.measured) ?? new Map<Way, Need>();
    firsts.set(need.measured, ofColumn);
    const first = ofColumn.get(need.way) ?? need;
    ofColumn.set(need.way, first);
    found.set(need, first);
  }
  return found;
}

function passRows(bound: BoundData, { among, weighted, designed }: Manner): PassRows {
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

/** Needs that are met by one pass, all different. */
interface Pass {
  readonly needs: readonly Need[];
  readonly rows: PassRows;
  readonly kernel: Kernel;
  readonly blockRows: number;
}

/** Frames for the columns that are split the same ways, then one count of all that is dense. */
function meet({ needs, rows, kernel, blockRows }: Pass, found: Map<Need, Found>): void {
  const leaves = rows.leaves + (rows.hasZeros ? 1 : 0);
  const wanted = new Map<Task, Need[]>();
  for (const together of groupedByWays(needs)) {
    const taskOf = tasksFor(together, rows.rows, leaves);
    for (const need of together) {
      const task = taskOf(need);
      const same = task && wanted.get(task);
      if (task === undefined) found.set(need, { sums: sparseSums(need.measured, need.way, rows), dense: undefined });
      else if (same === undefined) wanted.set(task, [need]);
      else same.push(need);
    }
  }
  const blocks = blocksFor([...wanted.values()].flat(), rows);
  for (const [need, dense] of blocks) found.set(need, { sums: sumsOfDense(dense), dense });
  countAll(kernel, [...wanted.keys()], rows, blockRows, (task, counted) => {
    for (const need of wanted.get(task) ?? []) {
      const dense = blocks.get(need);
      if (dense !== undefined) addSums(dense, task, need.way, counted, rows);
    }
  });
}

/** Needs whose columns are split in the same ways. */
function groupedByWays(needs: readonly Need[]): readonly (readonly Need[])[] {
  const ofColumn = new Map<Measured, Need[]>();
  for (const need of needs) {
    const known = ofColumn.get(need.measured);
    if (known === undefined) ofColumn.set(need.measured, [need]);
    else known.push(need);
  }
  const groups: { readonly ways: ReadonlySet<Way>; readonly needs: Need[] }[] = [];
  for (const ofOne of ofColumn.values()) {
    const same = groups.find(({ ways }) => ways.size === ofOne.length && ofOne.every(({ way }) => ways.has(way)));
    if (same === undefined) groups.push({ ways: new Set(ofOne.map(({ way }) => way)), needs: ofOne });
    else same.needs.push(...ofOne);
  }
  return groups.map((group) => group.needs);
}

/** What is to be counted for each need: one task for all that a column is counted for in a frame; none where sums are sparse. */
function tasksFor(needs: readonly Need[], rows: number, leaves: number): (need: Need) => Task | undefined {
  const ways = [...new Set(needs.map(({ way }) => way))];
  const shared = framesFor(ways, rows, leaves);
  const framesOf = new Map(ways.map((way) => [way, [...shared.filter((one) => isWithin(way, one)), frameOf(way.splits)]]));
  const tasks = new Map<Measured, Map<Frame, Task>>();
  return ({ measured, way }) => {
    const frame = framesOf.get(way)?.find((one) => isDense(one, way, measured, leaves, rows));
    if (frame === undefined) return undefined;
    const ofColumn = tasks.get(measured) ?? new Map<Frame, Task>();
    const task = ofColumn.get(frame) ?? { frame, measured };
    tasks.set(measured, ofColumn.set(frame, task));
    return task;
  };
}
