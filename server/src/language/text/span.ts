/** A half-open range of UTF-16 offsets. Relative to what, the holder says (an entry, an expression, a file). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function shift(of: Span, by: number): Span {
  return { start: of.start + by, end: of.end + by };
}

export function contains(outer: Span, offset: number): boolean {
  return outer.start <= offset && offset <= outer.end;
}

/** One replacement in a text. Edits of one list never overlap and refer to the text before any of them. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Applies edits to a text. Edits may come in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
