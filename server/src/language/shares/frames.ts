import { remembered } from '../text/remember';
import type { Measured } from './measured';
import { cellsOf, groupsOf, type Split, stridesOf } from './splits';

/** One way to split the rows. */
export interface Way {
  readonly splits: readonly Split[];
  /** Every combination of groups. */
  readonly groups: readonly (readonly string[])[];
}

export function wayOf(splits: readonly Split[]): Way {
  return { splits, groups: groupsOf(splits) };
}

/** Rows told apart by the cross of some splits; what fewer of them give is summed from it. */
export interface Frame {
  readonly splits: readonly Split[];
  readonly cells: number;
}

/** Above so many cells × leaves a table no longer stays in the processor's own memory. */
const mostCells = 8192;

/** Above so many slots sums are kept by what rows have, not by what they could have. */
const mostCounted = 1 << 17;
const mostSums = 1 << 15;

export function frameOf(splits: readonly Split[]): Frame {
  const different = [...new Set(splits)];
  return { splits: different, cells: cellsOf(different) };
}

/**
 * The frames for some ways to split the rows: their cross, where going over the rows once and summing the cross is less work than
 * going over the rows for each.
 */
export function framesFor(ways: readonly Way[], rows: number, leaves: number): readonly Frame[] {
  const cross = frameOf(ways.flatMap(({ splits }) => splits));
  const summed = leaves * cross.cells * (ways.length + 2);
  const isLess = leaves * cross.cells <= mostCells && rows * (ways.length - 1) >= summed;
  const frames = isLess
    ? [cross]
    : ways.filter((way) => way.splits.length > 0 || ways.length === 1).map((way) => frameOf(way.splits));
  return frames.sort((a, b) => a.cells - b.cells);
}

/** Whether the sums of a column by some splits of a frame are kept for every slot there could be. */
export function isDense(frame: Frame, { groups }: Way, measured: Measured, leaves: number, rows: number): boolean {
  const sums = leaves * groups.length * (measured.values.length + measured.missing.length);
  return (
    measured.places instanceof Uint8Array &&
    frame.splits.every(({ places }) => places instanceof Uint8Array) &&
    leaves * frame.cells < 1 << 16 &&
    leaves * frame.cells * measured.distinct <= mostCounted &&
    sums <= Math.min(mostSums, Math.max(1 << 12, rows * 16))
  );
}

export function isWithin({ splits }: Way, frame: Frame): boolean {
  return splits.every((split) => frame.splits.includes(split));
}

/** Of each cell of a frame, the group it is in when rows are split one way. */
export function marginOf(frame: Frame, way: Way): Uint32Array {
  return marginsOf(frame)(way);
}

const marginsOf = remembered((frame: Frame) => remembered((way: Way): Uint32Array => marginBy(frame, way)));

function marginBy(frame: Frame, { splits }: Way): Uint32Array {
  const strides = stridesOf(frame.splits);
  const inner = stridesOf(splits);
  return Uint32Array.from({ length: frame.cells }, (_, cell) =>
    splits.reduce((sum, split, at) => {
      const group = Math.floor(cell / (strides[frame.splits.indexOf(split)] ?? 1)) % split.ids.length;
      return sum + group * (inner[at] ?? 0);
    }, 0),
  );
}
