import { afterLineEnd, afterSpaces, comment, folded, isForeignBlank, isLineEnd, lineEndFrom, space, tab } from '../characters';
import { decodeBlock } from '../scalar';
import type { ScalarNode } from '../tree';
import { isCommentBehindText, type Scan, takeComment, toContent } from './scan';

/**
 * `c-l+literal` and `c-l+folded`. The scan ends at the next content. A block without text is left to the other reader.
 * @param parent column of what holds the block
 */
export function readBlockScalar(scan: Scan, parent: number): ScalarNode | undefined {
  const { text } = scan;
  const start = scan.at;
  const sign = blockHeader.exec(text.slice(start, start + 3))?.[0] ?? '';
  const from = behindHeaderLine(scan, start + sign.length);
  const indent = from < 0 ? -1 : blockIndent(text, from, parent, Number(/\d/.exec(sign)?.[0] ?? 0));
  if (indent < 0) return undefined;
  const linesEnd = lastLineEnd(text, from, indent);
  const end = textEnd(text, linesEnd);
  const blockEnd = sign.includes('+') ? behindBlankLines(text, linesEnd) : linesEnd;
  if (end < 0 || blockEnd < 0) return undefined;
  scan.at = sign.includes('+') ? blockEnd : afterLineEnd(text, linesEnd);
  toContent(scan);
  const decoded = decodeBlock(sign, text.slice(from, blockEnd), from, parent);
  const style = text.charCodeAt(start) === folded ? 'folded' : 'literal';
  return { kind: 'scalar', span: { start, end }, text: decoded.text, style, offsets: decoded.offsets ?? [] };
}

/** `c-b-block-header`: an indentation and a chomping indicator in either order. */
const blockHeader = /^[|>](?:[1-9][+-]?|[+-][1-9]?)?/;

/** Past the line of the header, which may end in a comment; `-1` where anything else stands there. */
function behindHeaderLine(scan: Scan, headerEnd: number): number {
  const { text } = scan;
  let at = afterSpaces(text, headerEnd);
  if (text.charCodeAt(at) === comment && isCommentBehindText(text, at)) at = takeComment(scan, at);
  return at < text.length && isLineEnd(text, at) ? afterLineEnd(text, at) : -1;
}

/** The column in which the block's text starts; `-1` where the first line is in doubt. */
function blockIndent(text: string, from: number, parent: number, digit: number): number {
  let deepestBlank = 0;
  for (let line = from; line < text.length; ) {
    const at = afterSpaces(text, line);
    const column = at - line;
    if (!isLineEnd(text, at)) {
      const least = Math.max(parent + Math.max(1, digit), deepestBlank);
      if (column < least || isForeignBlank(text, at)) return -1;
      return digit > 0 ? parent + digit : column;
    }
    deepestBlank = Math.max(deepestBlank, column);
    line = afterLineEnd(text, at);
  }
  return -1;
}

/** Where the last line with text ends. */
function lastLineEnd(text: string, from: number, indent: number): number {
  let last = from;
  for (let line = from; line < text.length; ) {
    const at = afterSpaces(text, line);
    if (isLineEnd(text, at)) line = afterLineEnd(text, at);
    else if (at - line < indent) break;
    else {
      last = lineEndFrom(text, at);
      line = afterLineEnd(text, last);
    }
  }
  return last;
}

/** Without the blanks at the end; `-1` where there are others than spaces and tabs. */
function textEnd(text: string, linesEnd: number): number {
  let end = linesEnd;
  while (text.charCodeAt(end - 1) === space || text.charCodeAt(end - 1) === tab) end--;
  return isForeignBlank(text, end - 1) ? -1 : end;
}

/** A block that keeps its line ends keeps the blank lines below it; `-1` where the last of them has no end. */
function behindBlankLines(text: string, linesEnd: number): number {
  let line = afterLineEnd(text, linesEnd);
  while (line < text.length) {
    const at = afterSpaces(text, line);
    if (at >= text.length) return -1;
    if (!isLineEnd(text, at)) break;
    line = afterLineEnd(text, at);
  }
  return line;
}
