/**
 * The inner loops of counting in memory. A kernel owns one stretch of memory, which its user lays out anew for each piece of
 * work; all arguments are places in it, in bytes, and numbers of rows. The same calls leave the same bits in every kernel.
 */
export interface Kernel {
  /** Memory of at least so many bytes. What was in it may be gone, and memory given before is not to be used any more. */
  readonly reserve: (bytes: number) => ArrayBuffer;
  /** Adds to the cell of each row (two bytes) what the lookup (two bytes each) has for the row's place (one byte). */
  readonly locate: (cells: number, places: number, lookup: number, rows: number) => void;
  /** Adds weight and squared weight of each row to slot `cell × width + place` of totals (two doubles), and 1 to its count. */
  readonly sums: (
    totals: number,
    counts: number,
    cells: number,
    places: number,
    weights: number,
    rows: number,
    width: number,
  ) => void;
  /** Adds 1 to the count (four bytes) of the slot of each row. */
  readonly counts: (counts: number, cells: number, places: number, rows: number, width: number) => void;
  /** Adds each row's replicate weights, an even number that lie row by row, to those of its slot. */
  readonly repeat: (
    totals: number,
    cells: number,
    places: number,
    weights: number,
    rows: number,
    width: number,
    replicates: number,
  ) => void;
  /** Takes the chosen rows (two bytes each) out of a column of bytes. */
  readonly pick: (to: number, places: number, chosen: number, rows: number) => void;
  /** Adds to each row's byte what a table of 16 bytes has for its place; may read and write 15 bytes beyond the rows. */
  readonly add: (states: number, places: number, table: number, rows: number) => void;
  /** Sets the bits that the table has for each row's place less `first`, where that is below 16. */
  readonly mark: (states: number, places: number, table: number, rows: number, first: number) => void;
}

/** The next place from which anything may be laid out. */
export function aligned(place: number): number {
  return (place + 63) & ~63;
}
