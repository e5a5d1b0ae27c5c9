import type { ScalarNode } from '../../syntax/tree';
import type { TextEdit } from '../../text/span';
import type { Columns } from './columns';
import { isBlock, type Piece } from './pieces';

/**
 * The further lines of texts go with the key or dash that holds them. In block texts all lines move alike, so that what is
 * deeper in them stays deeper; in the others the blanks in front of a line mean nothing.
 */
export function textEdits(text: string, pieces: readonly Piece[], { texts }: Columns): readonly TextEdit[] {
  return pieces.flatMap(({ scalar, start, end }): readonly TextEdit[] => {
    const column = texts.get(start);
    if (scalar === undefined || column === undefined) return [];
    const lines = linesBelow(text, start, end);
    if (!isBlock(scalar)) return lines.flatMap((line) => indented(line, column.lines));
    const digit = /^[|>][-+]?([1-9])/.exec(text.slice(start, end))?.[1];
    const is = digit === undefined ? blankLength(lines) : column.from + Number(digit);
    const should = digit === undefined ? column.lines : column.holder + Number(digit);
    return is === should ? [] : lines.flatMap((line) => moved(line, is, should));
  });
}

/** Whether a scalar's source is one line: then it may be rewritten in place. */
export function isOneLine(text: string, { span }: ScalarNode): boolean {
  return !/[\r\n]/.test(text.slice(span.start, span.end));
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function linesBelow(text: string, start: number, end: number): readonly Line[] {
  return [...text.slice(start, end).matchAll(/(?:\r\n|\r|\n)([^\r\n]*)/g)].map((found) => {
    const line = found[1] ?? '';
    return { start: start + found.index + found[0].length - line.length, text: line };
  });
}

/** The blanks in front of a block text's first line with text are those of each. */
function blankLength(lines: readonly Line[]): number {
  const first = lines.find((line) => /[^ ]/.test(line.text))?.text ?? '';
  return first.length - first.trimStart().length;
}

function indented({ start, text }: Line, column: number): readonly TextEdit[] {
  const blanks = /^[ \t]*/.exec(text)?.[0] ?? '';
  if (blanks.length === text.length || blanks === ' '.repeat(column)) return [];
  return [{ span: { start, end: start + blanks.length }, newText: ' '.repeat(column) }];
}

/** A line of blanks that is no longer than the indentation says nothing, wherever the text stands. */
function moved({ start, text }: Line, is: number, should: number): readonly TextEdit[] {
  const saysNothing = /^ *$/.test(text) && text.length <= is;
  const newText = saysNothing ? '' : ' '.repeat(should);
  const end = start + Math.min(is, text.length);
  return end === start && newText === '' ? [] : [{ span: { start, end }, newText }];
}
