/** Rows put into groups numbered from 0, in the order in which they first appear. */
export interface Grouping {
  /** The group of each row. */
  readonly of: Uint32Array;
  readonly count: number;
  /** By group: its first row, and how many it has. */
  readonly firstRow: Uint32Array;
  readonly sizes: Uint32Array;
}

export function oneGroup(rows: number): Grouping {
  return { of: new Uint32Array(rows), count: 1, firstRow: new Uint32Array(1), sizes: Uint32Array.of(rows) };
}

/** Each group divided by the cells of a column. */
export function refined(
  groups: Grouping,
  { codes, names }: { readonly codes: ArrayLike<number>; readonly names: readonly string[] },
): Grouping {
  const rows = groups.of.length;
  const of = new Uint32Array(rows);
  const numberOf = new Map<number, number>();
  const firstRow: number[] = [];
  const sizes: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const key = (groups.of[row] ?? 0) * names.length + (codes[row] ?? 0);
    let group = numberOf.get(key);
    if (group === undefined) {
      group = numberOf.size;
      numberOf.set(key, group);
      firstRow.push(row);
      sizes.push(0);
    }
    of[row] = group;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  return { of, count: numberOf.size, firstRow: Uint32Array.from(firstRow), sizes: Uint32Array.from(sizes) };
}
