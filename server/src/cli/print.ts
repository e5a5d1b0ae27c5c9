/** Standard output carries the result alone. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Every JSON result names its shape and version first. Numbers keep full double precision. */
export function printJson(format: string, content: object): void {
  print(JSON.stringify({ format, ...content }, null, 2));
}

/** The same with one record to a line: lists may be long, and a line is easily found and compared. */
export function printRecords(format: string, lists: Readonly<Record<string, readonly object[]>>): void {
  const texts = Object.entries(lists).map(([name, records]) => {
    const lines = records.map((record) => JSON.stringify(record));
    return `  ${JSON.stringify(name)}: [${lines.length === 0 ? '' : `\n    ${lines.join(',\n    ')}\n  `}]`;
  });
  print(`{\n  "format": ${JSON.stringify(format)},\n${texts.join(',\n')}\n}`);
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
