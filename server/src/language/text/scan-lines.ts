/** A walk over the lines of a text. It is one object that moves, because a file has many lines. */
export interface LineScan {
  readonly text: string;
  /** Whether the text is the top of a file, where a byte order mark takes no column. */
  readonly isTop: boolean;
  /** Where the line starts. */
  start: number;
  /** Its first character that is neither a space nor a tab; its end where there is none. */
  first: number;
  /** How many spaces and tabs it starts with. */
  indent: number;
  /** Where it ends, before its line end. */
  end: number;
  /** Where the next one starts; the text's end behind the last one. */
  next: number;
  /** How many line ends are above. */
  line: number;
  /** The next `\n` and the next `\r`, as far as they have been looked for. */
  feed: number;
  turn: number;
}

export function scanLines(text: string, isTop: boolean): LineScan {
  return { text, isTop, start: 0, first: 0, indent: 0, end: 0, next: 0, line: 0, feed: -1, turn: -1 };
}

/** Moves to the next line; `false` at the end of the text, so that an empty last line is none. */
export function toNextLine(scan: LineScan): boolean {
  const { text, next: start } = scan;
  if (start >= text.length) return false;
  if (scan.feed < start) scan.feed = orEnd(text, text.indexOf('\n', start));
  if (scan.turn < start) scan.turn = orEnd(text, text.indexOf('\r', start));
  const { feed, turn } = scan;
  const end = Math.min(feed, turn);
  const from = start === 0 && scan.isTop && text.charCodeAt(0) === 0xfeff ? 1 : start;
  let first = from;
  while (first < end && isBlank(text.charCodeAt(first))) first++;
  if (start > 0) scan.line++;
  scan.start = start;
  scan.first = first;
  scan.indent = first - from;
  scan.end = end;
  scan.next = turn === end && feed === end + 1 ? end + 2 : Math.min(end + 1, text.length);
  return true;
}

/** The number of line ends in a text that has been walked to its end. */
export function lineEndsIn({ line, end, next }: LineScan): number {
  return line + (next > end ? 1 : 0);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function orEnd(text: string, found: number): number {
  return found < 0 ? text.length : found;
}
