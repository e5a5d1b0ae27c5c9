import type { Entry } from '../../syntax/entry';
import type { ScalarNode, SyntaxNode } from '../../syntax/tree';
import { lineEndAfter, lineStartBefore } from '../../text/lines';
import type { Span } from '../../text/span';

/**
 * What an entry's text is made of between its blanks, in order: keys and texts, comments, and the marks that hold them
 * together. Formatting changes what stands between two pieces and never a piece itself.
 */
export interface Piece {
  readonly kind: 'key' | 'scalar' | 'comment' | 'mark';
  /** In offsets of the entry. */
  readonly start: number;
  readonly end: number;
  /** The character of a mark, `''` for anything else. */
  readonly mark: string;
  readonly scalar?: ScalarNode;
  /** A block text with `+` in its first line: the blank lines below are its own. */
  readonly keepsBlankLines?: boolean;
}

/** The pieces of a sound entry; `undefined` where something stands that the tree does not tell of, as `---`. */
export function piecesOf({ text, root, comments }: Entry): readonly Piece[] | undefined {
  const scalars: Piece[] = [];
  collect(text, root, scalars);
  const within = (offset: number) => scalars.some(({ start, end }) => start <= offset && offset < end);
  const said = comments.filter(({ start }) => !within(start)).map((span) => comment(text, span.start, span.end));
  const ordered = [...scalars, ...said].sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of [...ordered, undefined]) {
    const marks = marksIn(text, at, piece?.start ?? text.length);
    if (marks === undefined) return undefined;
    pieces.push(...marks);
    if (piece === undefined) break;
    pieces.push(piece);
    at = piece.end;
  }
  return pieces;
}

export function isBlock({ style }: ScalarNode): boolean {
  return style === 'literal' || style === 'folded';
}

/** Whether nothing but blanks stands on its line before what starts there. */
export function startsLine(text: string, { start }: Span): boolean {
  return /^\uFEFF?[ \t]*$/.test(text.slice(lineStartBefore(text, start), start));
}

function collect(text: string, node: SyntaxNode, into: Piece[]): void {
  if (node.kind === 'scalar') into.push(value(text, node));
  if (node.kind === 'list') for (const item of node.items) collect(text, item, into);
  if (node.kind !== 'map') return;
  for (const pair of node.pairs) {
    into.push({ kind: 'key', ...pair.key.span, mark: '', scalar: pair.key });
    collect(text, pair.value, into);
  }
}

/** A block text reaches to the end of its last line: blanks there belong to it. */
function value(text: string, scalar: ScalarNode): Piece {
  const piece: Piece = { kind: 'scalar', ...scalar.span, mark: '', scalar };
  if (!isBlock(scalar)) return piece;
  const written = text.slice(piece.start, piece.end);
  const end = /[\r\n]/.test(written) ? lineEndAfter(text, piece.end) : piece.end;
  return { ...piece, end, keepsBlankLines: /^[|>]\d?\+/.test(written) };
}

function comment(text: string, start: number, end: number): Piece {
  return { kind: 'comment', start, end: start + text.slice(start, end).trimEnd().length, mark: '' };
}

function marksIn(text: string, from: number, to: number): readonly Piece[] | undefined {
  const marks: Piece[] = [];
  for (let at = from; at < to; at++) {
    const mark = text.charAt(at);
    if (/[ \t\r\n]/.test(mark) || (at === 0 && mark === '\uFEFF')) continue;
    if (!/[-:,{}[\]]/.test(mark)) return undefined;
    marks.push({ kind: 'mark', start: at, end: at + 1, mark });
  }
  return marks;
}
