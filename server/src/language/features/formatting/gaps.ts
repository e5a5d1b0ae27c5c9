import type { TextEdit } from '../../text/span';
import type { Columns } from './columns';
import type { Piece } from './pieces';

/** How many blank lines may stand within an entry, and between two. */
const blankLines = { within: 1, between: 2 } as const;

/** What an entry's edges are: of a file too, or of an entry beside it. */
export interface Edges {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The line end a file gets whose last line has none. */
  readonly lineEnd: string;
}

/** The changes of blanks between pieces. `kept`: colons behind which several spaces stand for a reason. */
export function gapEdits(
  text: string,
  pieces: readonly Piece[],
  { lines }: Columns,
  kept: ReadonlySet<number>,
  edges: Edges,
): readonly TextEdit[] {
  const firstSaid = pieces.findIndex(({ kind }) => kind !== 'comment');
  const lastSaid = pieces.reduce((last, { kind }, at) => (kind === 'comment' ? last : at), -1);
  const edits = [...pieces, undefined].map((next, at): TextEdit => {
    const before = pieces[at - 1];
    const bom = before === undefined && text.startsWith('\uFEFF') ? 1 : 0;
    const span = { start: before?.end ?? bom, end: next?.start ?? text.length };
    const gap = text.slice(span.start, span.end);
    const isBetween = at <= firstSaid || at > lastSaid;
    const most = isBetween ? blankLines.between : blankLines.within;
    if (before === undefined) return { span, newText: leading(gap, edges.isFirst ? 0 : most) + column(lines, next) };
    if (next === undefined) return { span, newText: trailing(before, gap, most, edges) };
    if (!/[\r\n]/.test(gap)) return { span, newText: kept.has(before.start) ? gap : onLine(before, gap, next) };
    return { span, newText: overLines(before, gap, most) + column(lines, next) };
  });
  return edits.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
}

/** Colons whose value stands in one column with that of the nearest pair above or below on the same level: a table. */
export function alignedColons(text: string, pieces: readonly Piece[], { lines }: Columns): ReadonlySet<number> {
  const aligned = new Set<number>();
  const last = new Map<number, Row>();
  for (const row of rowsOf(text, pieces, lines)) {
    const above = last.get(row.column);
    if (above?.width === row.width) aligned.add(above.colon).add(row.colon);
    last.set(row.column, row);
  }
  return aligned;
}

/** A key with its value behind it on the line. */
export interface Row {
  readonly colon: number;
  /** The spaces behind the colon. */
  readonly gap: number;
  /** From the key's start to its value's, as if nothing stood between key and colon. */
  readonly width: number;
}

function rowsOf(
  text: string,
  pieces: readonly Piece[],
  lines: Columns['lines'],
): readonly (Row & { readonly column: number })[] {
  return pieces.flatMap((key, at) => {
    const column = key.kind === 'key' ? lines.get(key.start) : undefined;
    const row = column === undefined ? undefined : rowAt(text, pieces, at);
    return column === undefined || row === undefined ? [] : [{ ...row, column }];
  });
}

/** The row of an entry's own key, whose table are the entries beside it. */
export function ownRow(text: string, pieces: readonly Piece[]): Row | undefined {
  return rowAt(
    text,
    pieces,
    pieces.findIndex(({ kind }) => kind === 'key'),
  );
}

function rowAt(text: string, pieces: readonly Piece[], at: number): Row | undefined {
  const [key, colon, value] = [pieces[at], pieces[at + 1], pieces[at + 2]];
  if (key === undefined || colon === undefined || value === undefined || value.kind === 'comment') return undefined;
  const gap = text.slice(colon.end, value.start);
  return /^ +$/.test(gap) ? { colon: colon.start, gap: gap.length, width: key.end - key.start + 1 + gap.length } : undefined;
}

function onLine(before: Piece, gap: string, next: Piece): string {
  if (next.kind === 'comment') return gap;
  if (before.mark === '-' || before.mark === ',') return closes(next) ? '' : ' ';
  if (before.mark === ':') return closes(next) || next.mark === ',' ? gap : ' ';
  if (before.mark === '{' || before.mark === '[' || closes(next) || next.mark === ',' || next.mark === ':') return '';
  return gap;
}

function closes({ mark }: Piece): boolean {
  return mark === '}' || mark === ']';
}

/** Blank lines above an entry. */
function leading(gap: string, most: number): string {
  return lineEnds(gap).slice(0, most).join('');
}

function trailing(before: Piece, gap: string, most: number, { isLast, lineEnd }: Edges): string {
  const ends = lineEnds(gap);
  if (before.keepsBlankLines) return ends.length === 0 && isLast ? lineEnd : gap;
  return isLast ? (ends[0] ?? lineEnd) : ends.slice(0, most + 1).join('');
}

function overLines(before: Piece, gap: string, most: number): string {
  if (before.keepsBlankLines) return gap.replace(/[ \t]*$/, '');
  return lineEnds(gap)
    .slice(0, most + 1)
    .join('');
}

function lineEnds(gap: string): readonly string[] {
  return gap.match(/\r\n|\r|\n/g) ?? [];
}

function column(lines: Columns['lines'], piece: Piece | undefined): string {
  return ' '.repeat(piece === undefined ? 0 : (lines.get(piece.start) ?? 0));
}
