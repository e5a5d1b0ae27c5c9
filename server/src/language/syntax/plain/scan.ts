import type { Span } from '../../text/span';
import { afterLineEnd, afterSpaces, carriageReturn, comment, lineEndFrom, lineFeed, space, tab, tag } from '../characters';
import type { Pair, SyntaxNode } from '../tree';

/** A position in the text of one entry, and what was collected on the way there; it lives as long as the call. */
export interface Scan {
  readonly text: string;
  at: number;
  /** Where `at` is the first content of a line: its column. `-1` at the end of the text. */
  column: number;
  readonly comments: Span[];
  /** Collections that are open: deeper ones are left to the other reader, which has a limit of its own. */
  depth: number;
  /** Brackets that are open. */
  brackets: number;
  /** Pairs and items of the open collections: arrays that grow by themselves keep more room than most collections fill. */
  readonly pairs: Pair[];
  pairsTop: number;
  readonly items: SyntaxNode[];
  itemsTop: number;
}

export const deepest = 64;

/** Keys that come near YAML's limit of 1024 characters are left to the other reader. */
export const longestKey = 1000;

export function scanOf(text: string): Scan {
  return {
    text,
    at: 0,
    column: 0,
    comments: [],
    depth: 0,
    brackets: 0,
    pairs: [],
    pairsTop: 0,
    items: [],
    itemsTop: 0,
  };
}

/** `l-comment*`: from the start of a line to the first content there is, or the end of the text. A tab is content that nothing reads. */
export function toContent(scan: Scan): void {
  const { text } = scan;
  let line = scan.at;
  for (;;) {
    const at = afterSpaces(text, line);
    if (at >= text.length) {
      scan.at = at;
      scan.column = -1;
      return;
    }
    const code = text.charCodeAt(at);
    if (code === comment) line = afterLineEnd(text, takeComment(scan, at));
    else if (code === lineFeed) line = at + 1;
    else if (code === carriageReturn) line = at + 2;
    else {
      scan.at = at;
      scan.column = at - line;
      return;
    }
  }
}

/** `s-l-comments`: the rest of a line behind a node, and on to the next content. False where anything else stands there. */
export function toNextContent(scan: Scan): boolean {
  const { text } = scan;
  let at = afterSpaces(text, scan.at);
  if (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === comment) {
      if (!isCommentBehindText(text, at)) return false;
      at = takeComment(scan, at);
    } else if (code !== lineFeed && code !== carriageReturn) return false;
  }
  scan.at = afterLineEnd(text, at);
  toContent(scan);
  return true;
}

/** Whether a `#` behind text is meant as a comment beyond doubt; the other reader says what it doubts. */
export function isCommentBehindText(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== space) return false;
  const next = text.charCodeAt(at + 1);
  return next === space || next === tab || next === tag || next === comment;
}

/** Takes the comment at an offset and gives its end. */
export function takeComment(scan: Scan, start: number): number {
  const end = lineEndFrom(scan.text, start);
  scan.comments.push({ start, end });
  return end;
}
