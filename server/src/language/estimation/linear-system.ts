/** A square matrix, row by row. */
export type Matrix = readonly Float64Array[];

/** X of A X = B, by elimination with the largest pivot; `undefined` where A has no inverse. */
export function solve(a: Matrix, b: Matrix): Matrix | undefined {
  const size = a.length;
  const rows = a.map((row, at) => Float64Array.from([...row, ...(b[at] ?? [])]));
  const scale = Math.max(...a.map((row) => Math.max(...row.map(Math.abs))));
  for (let column = 0; column < size; column += 1) {
    const pivot = largestBelow(rows, column);
    if (Math.abs(rows[pivot]?.[column] ?? 0) <= 1e-12 * scale) return undefined;
    exchange(rows, pivot, column);
    for (let row = 0; row < size; row += 1) if (row !== column) eliminate(rows, row, column);
  }
  return rows.map((row, at) => row.slice(size).map((value) => value / (row[at] ?? 1)));
}

function largestBelow(rows: readonly Float64Array[], column: number): number {
  let largest = column;
  for (let row = column + 1; row < rows.length; row += 1) {
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[largest]?.[column] ?? 0)) largest = row;
  }
  return largest;
}

function exchange(rows: Float64Array[], one: number, other: number): void {
  const [first, second] = [rows[one], rows[other]];
  if (first && second) [rows[one], rows[other]] = [second, first];
}

function eliminate(rows: readonly Float64Array[], row: number, column: number): void {
  const [from, by] = [rows[row], rows[column]];
  if (!from || !by) return;
  const factor = (from[column] ?? 0) / (by[column] ?? 1);
  for (let at = column; at < from.length; at += 1) from[at] = (from[at] ?? 0) - factor * (by[at] ?? 0);
}
