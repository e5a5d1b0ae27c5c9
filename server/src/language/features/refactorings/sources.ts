import type { FileEdit, PlacedEdit } from '../../problem';
import { quoteText } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import type { MapNode, Pair, SyntaxNode } from '../../syntax/tree';
import { columnAt, lineEndAfter } from '../../text/lines';
import type { Span, TextEdit } from '../../text/span';
import { locate, type Snapshot } from '../../workspace';

/** Edits of entries as edits of files; `undefined` where one of them stands in no file. */
export function inFiles(snapshot: Snapshot, edits: readonly PlacedEdit[]): readonly FileEdit[] | undefined {
  const byFile = new Map<string, TextEdit[]>();
  for (const { place, newText } of edits) {
    const located = locate(snapshot, place);
    if (located === undefined) return undefined;
    const own = byFile.get(located.file) ?? [];
    own.push({ span: located.span, newText });
    byFile.set(located.file, own);
  }
  return [...byFile].map(([file, own]) => ({ file, edits: own }));
}

/** A map in lines below its key: what stands between the two, and its lines from their own first column on, with all comments. */
export interface Block {
  /** From the end of the key's line to the end of the last line. */
  readonly span: Span;
  readonly lines: readonly string[];
}

/** `undefined` for a value in brackets, and for one that begins on the line of its key. */
export function blockBelow({ text }: Entry, { key, value }: Pair): Block | undefined {
  if (value.kind !== 'map' || value.flow) return undefined;
  const start = lineEndAfter(text, key.span.end);
  if (start > value.span.start) return undefined;
  const span = { start, end: lineEndAfter(text, value.span.end) };
  const column = columnAt(text, value.pairs[0]?.span.start ?? value.span.start);
  const [, ...lines] = text.slice(span.start, span.end).split(/\r\n|\r|\n/);
  return { span, lines: lines.map((line) => outdented(line, column)) };
}

function outdented(line: string, by: number): string {
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(indent, by));
}

/** A value as it can stand in brackets on one line. Comments in it are lost. */
export function inBrackets(text: string, node: SyntaxNode): string {
  switch (node.kind) {
    case 'empty':
      return '""';
    case 'scalar': {
      const written = text.slice(node.span.start, node.span.end);
      const isQuoted = node.style === 'single' || node.style === 'double';
      const isOneLine = node.offsets === undefined || isQuoted;
      if (!isOneLine || /[\r\n]/.test(written)) return quoteText(node.text, { flow: true });
      return isQuoted || !/[,[\]{}]|:$|\s#/.test(written) ? written : quoteText(node.text, { flow: true });
    }
    case 'list':
      return `[${node.items.map((item) => inBrackets(text, item)).join(', ')}]`;
    case 'map':
      return `{${pairsInBrackets(text, node).join(', ')}}`;
  }
}

function pairsInBrackets(text: string, { pairs }: MapNode): readonly string[] {
  return pairs.map(({ key, value }) => `${inBrackets(text, key)}: ${inBrackets(text, value)}`);
}

/** Whether a comment stands inside a part of an entry. */
export function holdsComment({ comments }: Entry, { start, end }: Span): boolean {
  return comments.some((comment) => start <= comment.start && comment.end <= end);
}

export function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}
