import { remembered } from '../text/remember';
import type { Source } from './look-up';
import { placedOf, rowsOf } from './placed';
import type { CategoryColumn, ValueColumn } from './types';

/** What splits the rows: for each row a place, for each place the group it is in. */
export interface Split extends Source {
  readonly groupOf: Uint16Array;
  /** Groups that rows are in, in the order of the scale, `missing` last. */
  readonly ids: readonly string[];
}

/** `undefined` for what has no categories. */
export function splitOf(column: ValueColumn): Split | undefined {
  return column.kind === 'category' ? categorySplit(column) : undefined;
}

const categorySplit = remembered((column: CategoryColumn): Split => {
  const { places, distinct } = placedOf(column);
  const codes = distinct.kind === 'category' ? distinct.codes : column.codes;
  const found = new Set(codes);
  const present = column.ids.map((_, code) => code).filter((code) => found.has(code));
  const groupOf = Uint16Array.from(codes, (code) => (code < 0 ? present.length : present.indexOf(code)));
  const ids = present.map((code) => column.ids[code] ?? '');
  return {
    places,
    distinct: rowsOf(distinct),
    groupOf,
    ids: codes.some((code) => code < 0) ? [...ids, 'missing'] : ids,
  };
});

/** Every combination of groups, the last split fastest. */
export function groupsOf(splits: readonly Split[]): readonly (readonly string[])[] {
  return splits.reduce<readonly (readonly string[])[]>(
    (before, { ids }) => before.flatMap((group) => ids.map((id) => [...group, id])),
    [[]],
  );
}

/** How many combinations there are. */
export function cellsOf(splits: readonly Split[]): number {
  return splits.reduce((product, { ids }) => product * ids.length, 1);
}

/** What one group of each split adds to the number of a combination. */
export function stridesOf(splits: readonly Split[]): readonly number[] {
  return splits.map((_, at) => cellsOf(splits.slice(at + 1)));
}
