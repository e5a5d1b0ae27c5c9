import { remembered } from '../../model/remember';
import { lineEndOf } from '../../syntax';
import type { Entry, FileSyntax, PlacedEntry } from '../../syntax/entry';
import { type Span, shift, type TextEdit } from '../../text/span';
import type { Snapshot } from '../../workspace';
import { step } from './columns';
import { entryEdits, piecesIn } from './entry';
import { type Edges, ownRow } from './gaps';

/**
 * The edits that put a file in order: indentation, blanks and the spelling of expressions, and nothing else. Comments, order,
 * quotes and line ends stay, an entry whose text is broken stays as it is, and formatting again changes nothing. A section
 * stays in its column while one of its entries is broken, so that they keep standing in one.
 */
export function formatFile(snapshot: Snapshot, file: string): readonly TextEdit[] {
  const syntax = snapshot.files.get(file);
  if (syntax === undefined) return [];
  const columns = sectionColumns(syntax);
  return syntax.entries.flatMap((placed, at) => editsAt(syntax, at, columns.get(placed.entry) ?? placed.entry.indent));
}

/** The same for the entries that spans touch, each as a whole, in the column in which they stand. */
export function formatSpans(snapshot: Snapshot, file: string, spans: readonly Span[]): readonly TextEdit[] {
  const syntax = snapshot.files.get(file);
  if (syntax === undefined) return [];
  return [...touched(syntax, spans)].flatMap((at) => editsAt(syntax, at, syntax.entries[at]?.entry.indent ?? 0));
}

/** Entries of a section stand two deep, if all of them can be moved there. */
function sectionColumns({ entries }: FileSyntax): ReadonlyMap<Entry, number> {
  const columns = new Map<Entry, number>();
  let members: Entry[] = [];
  const close = () => {
    const canMove = members.every((entry) => piecesIn(entry) !== undefined);
    for (const entry of members) columns.set(entry, canMove ? step : entry.indent);
    members = [];
  };
  for (const { entry } of entries) {
    if (entry.role === 'member') members.push(entry);
    else close();
  }
  close();
  return columns;
}

function editsAt(syntax: FileSyntax, at: number, column: number): readonly TextEdit[] {
  const placed = syntax.entries[at];
  if (placed === undefined || piecesIn(placed.entry) === undefined) return [];
  const edits = [...ownEdits(syntax, at, column), ...besideKey(syntax, at)];
  return edits.map(({ span, newText }) => ({ span: shift(span, placed.start), newText }));
}

function ownEdits(syntax: FileSyntax, at: number, column: number): readonly TextEdit[] {
  const entry = syntax.entries[at]?.entry;
  if (entry === undefined) return [];
  const isFirst = at === 0;
  const isLast = at === syntax.entries.length - 1;
  if (isFirst || isLast) return entryEdits(entry, column, { isFirst, isLast, lineEnd: lineEndOf(syntax.text) });
  if (column === entry.indent) return editsInPlace(entry);
  return column === step ? editsMoved(entry) : entryEdits(entry, column, inside);
}

const inside: Edges = { isFirst: false, isLast: false, lineEnd: '\n' };
const editsInPlace = remembered((entry: Entry) => entryEdits(entry, entry.indent, inside));
const editsMoved = remembered((entry: Entry) => entryEdits(entry, step, inside));

/** Several spaces behind an entry's key stay where its value stands in one column with that of the entry above or below. */
function besideKey({ entries }: FileSyntax, at: number): readonly TextEdit[] {
  const entry = entries[at]?.entry;
  const pieces = entry === undefined ? undefined : piecesIn(entry);
  const row = entry === undefined ? undefined : rowIn(entry);
  if (entry === undefined || pieces === undefined || row === undefined) return [];
  const isLike = (placed: PlacedEntry | undefined) =>
    placed !== undefined && placed.entry.role === entry.role && rowIn(placed.entry)?.width === row.width;
  if (isLike(entries[at - 1]) || isLike(entries[at + 1])) return [];
  const value = pieces.find(({ start }) => start > row.colon);
  const span = { start: row.colon + 1, end: value?.start ?? row.colon + 1 };
  return span.end - span.start > 1 ? [{ span, newText: ' ' }] : [];
}

const rowIn = remembered((entry: Entry) => {
  const pieces = piecesIn(entry);
  return pieces === undefined || entry.role === 'whole' ? undefined : ownRow(entry.text, pieces);
});

/** Positions of the entries that spans touch. A span that ends where an entry starts does not touch it. */
function touched({ entries }: FileSyntax, spans: readonly Span[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { start, end } of spans) {
    let low = 0;
    let high = entries.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((entries[middle]?.start ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    found.add(low);
    for (let at = low + 1; at < entries.length && (entries[at]?.start ?? end) < end; at++) found.add(at);
  }
  return new Set([...found].sort((a, b) => a - b));
}
