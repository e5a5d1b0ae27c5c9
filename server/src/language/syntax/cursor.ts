import { lineEndAfter, lineStartBefore } from '../text/lines';
import { onBlankLine } from './cursor-blank';
import { type Cursor, entryAt, nothingAt } from './cursor-spot';
import { inTree } from './cursor-tree';
import type { FileSyntax } from './entry';

/** Finds what stands at an offset of a file; offsets outside the text stand at its start or end. */
export function cursorAt(file: FileSyntax, at: number): Cursor {
  const offset = Math.min(Math.max(at, 0), file.text.length);
  const line = { start: lineStartBefore(file.text, offset), end: lineEndAfter(file.text, offset) };
  if (isBlank(file.text.slice(line.start, line.end))) return onBlankLine(file, offset, line);
  const placed = entryAt(file, offset, line);
  const inEntry = offset - placed.start;
  const found = placed.entry.comments.find((comment) => comment.start < inEntry && inEntry <= comment.end);
  if (found !== undefined) return nothingAt(placed, offset, 'comment');
  if (isBlank(file.text.slice(line.start, offset)) && /^[ \t]/.test(file.text.slice(offset, line.end))) {
    return nothingAt(placed, offset, 'none');
  }
  return inTree(placed, offset);
}

function isBlank(text: string): boolean {
  return /^\uFEFF?[ \t]*$/.test(text);
}
