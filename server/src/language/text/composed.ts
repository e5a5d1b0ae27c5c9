import type { TextEdit } from './span';

/** A stretch of the first text, or something that an edit put in. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/** Rounds of edits, each of the text that the one before it left, as edits of the first text. */
export function composedEdits(rounds: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const untouched: readonly Piece[] = [{ start: 0, end: Number.POSITIVE_INFINITY }];
  return editsOf(rounds.reduce(edited, untouched));
}

function edited(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const result: Piece[] = [];
  let rest = pieces;
  let at = 0;
  for (const { span, newText } of ordered) {
    const [kept, behind] = cut(rest, span.start - at);
    const [, left] = cut(behind, span.end - span.start);
    result.push(...kept, ...(newText === '' ? [] : [{ text: newText }]));
    rest = left;
    at = span.end;
  }
  return [...result, ...rest];
}

function cut(pieces: readonly Piece[], length: number): readonly [readonly Piece[], readonly Piece[]] {
  let left = length;
  for (const [at, piece] of pieces.entries()) {
    const own = 'text' in piece ? piece.text.length : piece.end - piece.start;
    if (own > left) {
      const [before, behind] = halves(piece, left);
      return [
        [...pieces.slice(0, at), ...(left > 0 ? [before] : [])],
        [behind, ...pieces.slice(at + 1)],
      ];
    }
    left -= own;
  }
  return [pieces, []];
}

function halves(piece: Piece, at: number): readonly [Piece, Piece] {
  if ('text' in piece) return [{ text: piece.text.slice(0, at) }, { text: piece.text.slice(at) }];
  return [
    { start: piece.start, end: piece.start + at },
    { start: piece.start + at, end: piece.end },
  ];
}

/** What stands between two stretches of the first text takes the place of what stood there. */
function editsOf(pieces: readonly Piece[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let newText = '';
  let at = 0;
  for (const piece of pieces) {
    if ('text' in piece) {
      newText += piece.text;
      continue;
    }
    if (newText !== '' || piece.start > at) edits.push({ span: { start: at, end: piece.start }, newText });
    newText = '';
    at = piece.end;
  }
  return edits;
}
