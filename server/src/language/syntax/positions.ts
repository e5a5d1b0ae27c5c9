import { type LineStarts, lineAt, lineEndAfter, lineStartBefore, lineStarts, type Position } from '../text/lines';
import { remembered } from '../text/remember';
import type { Span } from '../text/span';
import { foundAt, foundByIndex, foundOnLine, sumsOf } from './chunks';
import type { Entry, FileSyntax } from './entry';

/** Lines and pieces of a file's text, told from the entries they stand in: a file's length costs nothing here. */

/** In UTF-16 units. */
export function lengthOf(file: FileSyntax): number {
  return sumsOf(file).length;
}

/** At least one. */
export function lineCount(file: FileSyntax): number {
  return sumsOf(file).lineEnds + 1;
}

/** Offsets outside the text stand at its start or end. */
export function positionAt(file: FileSyntax, offset: number): Position {
  const inside = Math.min(Math.max(offset, 0), lengthOf(file));
  const { entry, start, line } = foundAt(file, inside);
  const starts = startsOf(entry);
  const own = lineAt(starts, inside - start);
  return { line: line + own, character: inside - start - (starts[own] ?? 0) };
}

/** A position behind the end of its line stands before the line end, one outside the text at the text's start or end. */
export function offsetAt(file: FileSyntax, { line, character }: Position): number {
  if (line < 0) return 0;
  if (line >= lineCount(file)) return lengthOf(file);
  const found = foundOnLine(file, line);
  const start = startsOf(found.entry)[line - found.line] ?? 0;
  const end = lineEndAfter(found.entry.text, start);
  return found.start + Math.min(start + Math.max(0, character), end);
}

/** The line that holds an offset of the file, without its line end. */
export function lineAround(file: FileSyntax, offset: number): Span {
  const { entry, start } = foundAt(file, offset);
  return { start: start + lineStartBefore(entry.text, offset - start), end: start + lineEndAfter(entry.text, offset - start) };
}

/** The text of a span of the file, as far as it lies inside. */
export function textBetween(file: FileSyntax, { start, end }: Span): string {
  let text = '';
  for (let found = foundAt(file, start); found.start < end; found = foundByIndex(file, found.index + 1)) {
    text += found.entry.text.slice(Math.max(0, start - found.start), end - found.start);
    if (found.index + 1 === sumsOf(file).count) break;
  }
  return text;
}

const startsOf: (entry: Entry) => LineStarts = remembered((entry) => lineStarts(entry.text));
