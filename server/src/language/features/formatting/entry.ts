import type { Entry } from '../../syntax/entry';
import { remembered } from '../../text/remember';
import { applyEdits, type TextEdit } from '../../text/span';
import { type Columns, columnsOf } from './columns';
import { respeltExpressions } from './expressions';
import { alignedColons, type Edges, gapEdits, ownRow, type Row } from './gaps';
import { textEdits } from './lines';
import { type Piece, piecesOf } from './pieces';
import { saysTheSame } from './same-tree';

/**
 * The edits that put one entry in order, in its own offsets; `undefined` where its text is broken or seems to mean something
 * else than it does, and where they would change what it says. The blanks behind the entry's own key are left to those who know its
 * neighbours.
 * @param column where the entry's key should stand
 */
export function entryEdits(entry: Entry, column: number, edges: Edges): readonly TextEdit[] | undefined {
  const read = piecesIn(entry);
  const columns = read === undefined ? undefined : columnsOf(entry, read, column);
  if (read === undefined || columns === undefined) return undefined;
  const blanks = blankEdits(entry, read, columns, edges);
  const respelt = respeltExpressions(entry, read);
  const instead = new Map(respelt.map(({ scalar, newText }) => [scalar.span.start, newText]));
  const all = [...blanks, ...respelt.map(({ edit }) => edit)];
  if (isSafe(entry, all, column, instead)) return inOrder(all);
  return isSafe(entry, blanks, column, new Map()) ? inOrder(blanks) : undefined;
}

/** What others must know of an entry that can be put in order; `undefined` for one that stays as it is. */
interface Shape {
  /** How its own value stands behind its key; absent where it stands on another line, or is a whole file. */
  readonly row?: Row;
}

export const shapeOf: (entry: Entry) => Shape | undefined = remembered((entry) => {
  const pieces = piecesIn(entry);
  const row = pieces === undefined || entry.role === 'whole' ? undefined : ownRow(entry.text, pieces);
  return pieces === undefined ? undefined : row === undefined ? {} : { row };
});

/** The pieces of an entry without problems. They are not kept: they are many, and needed once. */
function piecesIn(entry: Entry): readonly Piece[] | undefined {
  const pieces = entry.problems.length > 0 ? undefined : piecesOf(entry);
  return pieces === undefined || pieces.length === 0 ? undefined : pieces;
}

function blankEdits(entry: Entry, pieces: readonly Piece[], columns: Columns, edges: Edges): readonly TextEdit[] {
  const { text, role } = entry;
  const own = role === 'whole' ? undefined : ownRow(text, pieces);
  const aligned = alignedColons(text, pieces, columns);
  const kept = own === undefined ? aligned : new Set([...aligned, own.colon]);
  return [...gapEdits(text, pieces, columns, kept, edges), ...textEdits(text, pieces, columns)];
}

function isSafe(entry: Entry, edits: readonly TextEdit[], column: number, instead: ReadonlyMap<number, string>): boolean {
  return edits.length === 0 || saysTheSame(entry, applyEdits(entry.text, edits), column, instead);
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start);
}
