/** Zero-based line and UTF-16 column, as editors count. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The offset at which each line starts. `\n`, `\r\n` and a lone `\r` end a line. */
export type LineStarts = readonly number[];

export function lineStarts(text: string): LineStarts {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/**
 * The line an offset stands on; offsets outside the text stand on the first or last line. Where other things than lines start
 * at rising offsets, the one an offset stands in.
 */
export function lineAt(starts: LineStarts, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the line that holds an offset starts, without a table of lines. */
export function lineStartBefore(text: string, offset: number): number {
  for (let at = offset; at > 0; at--) {
    const code = text.charCodeAt(at - 1);
    if (code === 10 || (code === 13 && text.charCodeAt(at) !== 10)) return at;
  }
  return 0;
}

/** Where the line that holds an offset ends, before its line end. */
export function lineEndAfter(text: string, offset: number): number {
  for (let at = offset; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

/** UTF-16 units from the start of the line; a byte order mark takes no column. */
export function columnAt(text: string, offset: number): number {
  const start = lineStartBefore(text, offset);
  const mark = start === 0 && text.startsWith('\uFEFF') ? 1 : 0;
  return Math.max(0, offset - start - mark);
}
