import { onBlankLine } from './cursor-blank';
import { type Cursor, entryOfLine, nothingAt } from './cursor-spot';
import { inTree } from './cursor-tree';
import type { FileSyntax } from './entry';
import { lengthOf, lineAround, textBetween } from './positions';

/** Finds what stands at an offset of a file; offsets outside the text stand at its start or end. */
export function cursorAt(file: FileSyntax, at: number): Cursor {
  const offset = Math.min(Math.max(at, 0), lengthOf(file));
  const line = lineAround(file, offset);
  const own = textBetween(file, line);
  if (isBlank(own)) return onBlankLine(file, offset, line);
  const placed = entryOfLine(file, offset, line);
  const inEntry = offset - placed.start;
  const found = placed.entry.comments.find((comment) => comment.start < inEntry && inEntry <= comment.end);
  if (found !== undefined) return nothingAt(placed, offset, 'comment');
  if (isBlank(own.slice(0, offset - line.start)) && /^[ \t]/.test(own.slice(offset - line.start))) {
    return nothingAt(placed, offset, 'none');
  }
  return inTree(placed, offset);
}

function isBlank(text: string): boolean {
  return /^\uFEFF?[ \t]*$/.test(text);
}
