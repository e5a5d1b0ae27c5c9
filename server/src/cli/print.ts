/** Standard output carries the result alone. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Every JSON result names its shape and version first. Numbers keep full double precision. */
export function printJson(format: string, content: object): void {
  print(JSON.stringify({ format, ...content }, null, 2));
}

export function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Rows as columns: the first to the left, the others to the right, two spaces between. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
