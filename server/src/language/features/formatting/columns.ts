import type { Entry } from '../../syntax/entry';
import type { ListNode, MapNode, SyntaxNode } from '../../syntax/tree';
import { columnAt } from '../../text/lines';
import { type Piece, startsLine } from './pieces';

/** Two spaces for each level. */
export const step = 2;

/** The columns that the lines of an entry should start in. */
export interface Columns {
  /** By the offset of the piece that a line starts with. */
  readonly lines: ReadonlyMap<number, number>;
  /** Where the further lines of a text stand, by the offset of the text. */
  readonly texts: ReadonlyMap<number, TextColumn>;
}

interface TextColumn {
  /** Of the key or dash that holds the text, as it is and as it should be. */
  readonly from: number;
  readonly holder: number;
  readonly lines: number;
}

interface Layout {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly lines: Map<number, number>;
  readonly texts: Map<number, TextColumn>;
  /** Keys and dashes outside brackets. */
  readonly blocks: Set<number>;
}

/** `undefined` where a dash or the start of a line belongs to nothing in the tree. */
export function columnsOf(entry: Entry, pieces: readonly Piece[], column: number): Columns | undefined {
  const { text, root } = entry;
  const layout: Layout = { text, pieces, lines: new Map(), texts: new Map(), blocks: new Set() };
  if (root.flow) placeBrackets(layout, root, 0, column);
  else placeMap(layout, root, column);
  if (pieces.some(({ mark, start }) => mark === '-' && !layout.blocks.has(start))) return undefined;
  placeComments(layout);
  return pieces.every((piece) => layout.lines.has(piece.start) || !startsLine(text, piece)) ? layout : undefined;
}

function placeMap(layout: Layout, map: MapNode, column: number): void {
  for (const { key, value } of map.pairs) {
    layout.lines.set(key.span.start, column);
    layout.blocks.add(key.span.start);
    const from = columnAt(layout.text, key.span.start);
    const isBesideKey = value.kind === 'list' && !value.flow && columnAt(layout.text, value.span.start) === from;
    place(layout, value, from, column, isBesideKey ? column : column + step);
  }
}

function placeList(layout: Layout, list: ListNode, column: number): void {
  for (const item of list.items) {
    const dash = layout.pieces[pieceFrom(layout.pieces, item.span.start) - 1];
    if (dash?.mark !== '-') continue;
    layout.blocks.add(dash.start);
    layout.lines.set(dash.start, column);
    place(layout, item, columnAt(layout.text, dash.start), column, column + step);
  }
}

/** `holder`: the new column of the key or dash above; `column`: where the value stands if a line starts with it. */
function place(layout: Layout, value: SyntaxNode, from: number, holder: number, column: number): void {
  if (value.kind === 'empty') return;
  if (value.kind === 'map' && !value.flow) return placeMap(layout, value, column);
  if (value.kind === 'list' && !value.flow) return placeList(layout, value, column);
  layout.lines.set(value.span.start, column);
  if (value.kind === 'scalar') layout.texts.set(value.span.start, { from, holder, lines: holder + step });
  else placeBrackets(layout, value, from, startsLine(layout.text, value.span) ? column : holder);
}

/** What stands in brackets is one level deeper than the line they are opened on; the closing one stands below that line. */
function placeBrackets(layout: Layout, node: SyntaxNode, from: number, column: number): void {
  const open: number[] = [];
  let line = column;
  for (let at = pieceFrom(layout.pieces, node.span.start); at < layout.pieces.length; at++) {
    const piece = layout.pieces[at];
    if (piece === undefined || piece.start >= node.span.end) break;
    const inside = (open.at(-1) ?? column - step) + step;
    const closes = piece.mark === '}' || piece.mark === ']';
    if (startsLine(layout.text, piece)) {
      line = closes ? inside - step : inside;
      layout.lines.set(piece.start, line);
    }
    if (piece.scalar !== undefined) layout.texts.set(piece.start, { from, holder: inside - step, lines: inside });
    if (piece.mark === '{' || piece.mark === '[') open.push(line);
    if (closes) open.pop();
  }
}

/** The position of the first piece that starts at or after an offset. */
function pieceFrom(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A comment on a line of its own goes with the text below it if it stands in its column, else with the last text above it
 * that stands in its column and is still open, as a line that is switched off; else it goes with the text below.
 */
function placeComments(layout: Layout): void {
  const open: { readonly from: number; readonly to: number }[] = [];
  layout.pieces.forEach((piece, at) => {
    const from = columnAt(layout.text, piece.start);
    const to = layout.lines.get(piece.start);
    if (piece.kind !== 'comment') {
      if (to === undefined || !layout.blocks.has(piece.start)) return;
      while ((open.at(-1)?.from ?? -1) >= from) open.pop();
      open.push({ from, to });
    } else if (to === undefined && startsLine(layout.text, piece)) {
      layout.lines.set(piece.start, commentColumn(layout, at, from, open));
    }
  });
}

function commentColumn(
  { text, pieces, lines }: Layout,
  at: number,
  from: number,
  open: readonly { readonly from: number; readonly to: number }[],
): number {
  const next = pieces.slice(at + 1).find(({ kind }) => kind !== 'comment');
  const below = next === undefined ? undefined : lines.get(next.start);
  if (next !== undefined && below !== undefined && columnAt(text, next.start) === from) return below;
  const beside = open.find((one) => one.from === from)?.to;
  return beside ?? below ?? Math.min(from, open.at(-1)?.to ?? from);
}
