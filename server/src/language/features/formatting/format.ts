import { isStray, lineEndOfFile } from '../../syntax';
import { foundAt, foundByIndex, sumsOf } from '../../syntax/chunks';
import type { Entry, FileSyntax, PlacedEntry } from '../../syntax/entry';
import { remembered } from '../../text/remember';
import { type Span, shift, type TextEdit } from '../../text/span';
import type { Snapshot } from '../../workspace';
import { step } from './columns';
import { entryEdits, shapeOf } from './entry';
import type { Edges } from './gaps';

/**
 * The edits that put a file in order, in the order of the text: indentation, blanks and the spelling of expressions, and nothing
 * else. Comments, order, quotes and line ends stay, an entry whose text is broken stays as it is, and formatting again changes
 * nothing. A section stays in its column while one of its entries is broken, so that they keep standing in one.
 */
export function formatFile(snapshot: Snapshot, file: string): readonly TextEdit[] {
  const syntax = snapshot.files.get(file);
  if (syntax === undefined) return [];
  const edits: TextEdit[] = [];
  let members: Numbered[] = [];
  for (const [index, placed] of syntax.entries.entries()) {
    const found = { ...placed, index };
    if (placed.entry.role === 'member' || isStray(placed.entry)) {
      members.push(found);
      continue;
    }
    edits.push(...sectionEdits(syntax, members), ...(editsAt(syntax, found, 0) ?? []));
    members = [];
  }
  return [...edits, ...sectionEdits(syntax, members)];
}

/** The same for the entries that spans touch, each as a whole, in the column in which they stand. Costs as much as they are. */
export function formatSpans(snapshot: Snapshot, file: string, spans: readonly Span[]): readonly TextEdit[] {
  const syntax = snapshot.files.get(file);
  if (syntax === undefined) return [];
  return touched(syntax, spans).flatMap((found) => editsAt(syntax, found, found.entry.indent) ?? []);
}

/** An entry with its position among the file's entries. */
interface Numbered extends PlacedEntry {
  readonly index: number;
}

/** Entries of a section stand two deep, if all of them can be moved there. */
function sectionEdits(syntax: FileSyntax, members: readonly Numbered[]): readonly TextEdit[] {
  const moved = members.map((member) => editsAt(syntax, member, step));
  const canMove = members.every(({ entry }, at) => entry.indent === step || moved[at] !== undefined);
  return members.flatMap((member, at) => (canMove ? moved[at] : editsAt(syntax, member, member.entry.indent)) ?? []);
}

function editsAt(syntax: FileSyntax, found: Numbered, column: number): readonly TextEdit[] | undefined {
  const own = ownEdits(syntax, found, column);
  if (own === undefined) return undefined;
  return [...own, ...besideKey(syntax, found)]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, newText }) => ({ span: shift(span, found.start), newText }));
}

function ownEdits(syntax: FileSyntax, { entry, index }: Numbered, column: number): readonly TextEdit[] | undefined {
  if (isStray(entry)) return undefined;
  const isFirst = index === 0;
  const isLast = index === sumsOf(syntax).count - 1;
  if (isFirst || isLast) return entryEdits(entry, column, { isFirst, isLast, lineEnd: lineEndOfFile(syntax) });
  if (column === entry.indent) return editsInPlace(entry);
  return column === step ? editsMoved(entry) : entryEdits(entry, column, inside);
}

const inside: Edges = { isFirst: false, isLast: false, lineEnd: '\n' };
const editsInPlace = remembered((entry: Entry) => entryEdits(entry, entry.indent, inside));
const editsMoved = remembered((entry: Entry) => entryEdits(entry, step, inside));

/** Several spaces behind an entry's key stay where its value stands in one column with that of the entry above or below. */
function besideKey(syntax: FileSyntax, { entry, index }: Numbered): readonly TextEdit[] {
  const row = shapeOf(entry)?.row;
  if (row === undefined || row.gap === 1) return [];
  const isLike = (other: number) => {
    const beside = foundByIndex(syntax, other);
    return beside.index === other && beside.entry.role === entry.role && shapeOf(beside.entry)?.row?.width === row.width;
  };
  if (isLike(index - 1) || isLike(index + 1)) return [];
  return [{ span: { start: row.colon + 1, end: row.colon + 1 + row.gap }, newText: ' ' }];
}

/** A span that ends where an entry starts does not touch it. */
function touched(syntax: FileSyntax, spans: readonly Span[]): readonly Numbered[] {
  const found = new Map<number, Numbered>();
  for (const { start, end } of spans) {
    let next = foundAt(syntax, start);
    for (;;) {
      found.set(next.index, next);
      const following = foundByIndex(syntax, next.index + 1);
      if (following.index === next.index || following.start >= end) break;
      next = following;
    }
  }
  return [...found.values()].sort((a, b) => a.index - b.index);
}
