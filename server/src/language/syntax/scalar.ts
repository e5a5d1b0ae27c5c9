import { lineEndAfter, lineStartBefore } from '../text/lines';
import type { Span } from '../text/span';
import { afterLineEnd, backslash, carriageReturn, lineFeed, singleQuote, space, tab } from './characters';
import type { ScalarNode, ScalarStyle } from './tree';

/** What a piece of source says, and where each unit of it stands; `offsets` has one more item, for the end. */
interface Decoded {
  readonly text: string;
  readonly offsets?: readonly number[];
}

/**
 * From a span of a scalar's text to the entry's source. Escapes and folded line ends are covered whole, so that a
 * replacement of the result replaces what the text showed.
 */
export function sourceSpan(scalar: ScalarNode, inText: Span): Span {
  return { start: sourceOffset(scalar, inText.start), end: sourceOffset(scalar, inText.end) };
}

/** From an offset of the entry's source to the scalar's text: the nearest unit that starts at or after it. */
export function textOffset(scalar: ScalarNode, offset: number): number {
  if (scalar.offsets === undefined) return clamp(offset - textStart(scalar), scalar.text.length);
  const at = scalar.offsets.findIndex((source) => source >= offset);
  return at < 0 ? scalar.text.length : at;
}

function sourceOffset(scalar: ScalarNode, at: number): number {
  if (scalar.offsets === undefined) return textStart(scalar) + clamp(at, scalar.text.length);
  return scalar.offsets[clamp(at, scalar.text.length)] ?? scalar.span.end;
}

function textStart(scalar: ScalarNode): number {
  return scalar.span.start + (scalar.style === 'single' || scalar.style === 'double' ? 1 : 0);
}

function clamp(value: number, highest: number): number {
  return Math.min(Math.max(value, 0), highest);
}

/** Reads the inside of a plain or quoted scalar, which stands at `offset` in its entry. */
export function decodeFlow(inside: string, offset: number, style: ScalarStyle): Decoded {
  if (isAsWritten(inside, style)) return { text: inside };
  const said: Said = { parts: [], offsets: [] };
  let written = 0;
  let at = 0;
  while (at < inside.length) {
    const unit = unitAt(inside, at, style);
    if (unit === undefined) at++;
    else {
      sayWritten(said, inside.slice(written, at), offset + written);
      sayAt(said, unit.text, offset + at);
      at = unit.end;
      written = at;
    }
  }
  sayWritten(said, inside.slice(written), offset + written);
  return decoded(said, offset + inside.length);
}

function isAsWritten(inside: string, style: ScalarStyle): boolean {
  if (/[\r\n]/.test(inside)) return false;
  if (style === 'single') return !inside.includes("''");
  return style === 'plain' || (style === 'double' && !inside.includes('\\'));
}

/** A text in the making: pieces, so that it never becomes a chain of single letters, and the place of each unit. */
interface Said {
  readonly parts: string[];
  readonly offsets: number[];
}

/** A piece that stands in the source as it is. */
function sayWritten(said: Said, piece: string, from: number): void {
  for (let i = 0; i < piece.length; i++) said.offsets.push(from + i);
  said.parts.push(piece);
}

/** What the source at an offset stands for. */
function sayAt(said: Said, piece: string, from: number): void {
  for (let i = 0; i < piece.length; i++) said.offsets.push(from);
  said.parts.push(piece);
}

/** The offsets are copied because an array that has grown keeps room to grow on. */
function decoded(said: Said, end: number): Decoded {
  said.offsets.push(end);
  return { text: said.parts.join(''), offsets: said.offsets.slice() };
}

/** What stands for something else than itself, if anything does at this place. */
function unitAt(inside: string, at: number, style: ScalarStyle): Read | undefined {
  switch (inside.charCodeAt(at)) {
    case space:
    case tab:
    case lineFeed:
    case carriageReturn:
      return foldAt(inside, at);
    case backslash:
      return style === 'double' ? escapeAt(inside, at) : undefined;
    case singleQuote:
      return style === 'single' && inside.charCodeAt(at + 1) === singleQuote ? { text: "'", end: at + 2 } : undefined;
    default:
      return undefined;
  }
}

interface Read {
  readonly text: string;
  readonly end: number;
}

/** One line end with the blanks around it reads as a space; each empty line after it as a line end. */
function foldAt(inside: string, from: number): Read | undefined {
  let at = from;
  let lines = 0;
  for (; at < inside.length; at++) {
    const code = inside.charCodeAt(at);
    if (code === lineFeed || (code === carriageReturn && inside.charCodeAt(at + 1) !== lineFeed)) lines++;
    else if (code !== space && code !== tab && code !== carriageReturn) break;
  }
  if (lines === 0) return undefined;
  return { text: lines === 1 ? ' ' : '\n'.repeat(lines - 1), end: at };
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};

/** An escape that is none reads as it is written; the parser reports it. */
function escapeAt(inside: string, at: number): Read {
  const lineEnd = /\\(?:\r\n|\r|\n)[ \t]*/y;
  lineEnd.lastIndex = at;
  if (lineEnd.test(inside)) return { text: '', end: lineEnd.lastIndex };
  const code = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;
  code.lastIndex = at;
  const found = code.exec(inside);
  const point = found === null ? undefined : Number.parseInt(found[1] ?? found[2] ?? found[3] ?? '', 16);
  if (point !== undefined && point <= 0x10ffff) return { text: String.fromCodePoint(point), end: code.lastIndex };
  const letter = inside[at + 1] ?? '';
  const known = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
  return { text: known ?? inside.slice(at, at + 2), end: at + 1 + letter.length };
}

/**
 * Reads a block scalar's lines, which stand at `offset` in its entry.
 * @param parentIndent column of what holds the block; an indentation digit in the header counts from there
 */
export function decodeBlock(header: string, lines: string, offset: number, parentIndent: number): Decoded {
  const folded = header.startsWith('>');
  const content = blockLines(lines, offset, Number(/\d/.exec(header)?.[0] ?? 0), parentIndent);
  let last = content.length - 1;
  while (last >= 0 && isSpaces(content[last]?.text ?? '')) last--;
  const said: Said = { parts: [], offsets: [] };
  let previous: BlockLine | undefined;
  let blank = 0;
  for (let at = 0; at <= last; at++) {
    const line = content[at];
    if (line === undefined || line.text === '') blank++;
    else {
      sayAt(said, breakBetween(previous, line, blank, folded), previous?.end ?? offset);
      sayWritten(said, line.text, line.start);
      previous = line;
      blank = 0;
    }
  }
  const end = previous?.end ?? offset;
  if (header.includes('+')) {
    if (previous !== undefined) sayAt(said, '\n', end);
    for (const line of content.slice(last + 1)) {
      if (previous !== undefined) sayWritten(said, line.text, line.start);
      sayAt(said, '\n', line.end);
    }
  } else if (!header.includes('-') && previous !== undefined) sayAt(said, '\n', end);
  return decoded(said, end);
}

interface BlockLine {
  /** Without its indentation; `''` for a line of blanks only. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The lines of a block with the last line end counted as one more, empty line only where there is more than one. */
function blockLines(lines: string, offset: number, digit: number, parentIndent: number): readonly BlockLine[] {
  const indent = digit > 0 ? parentIndent + digit : firstIndent(lines);
  const content: BlockLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const lineEnd = lineEndAfter(lines, at);
    let start = at;
    while (start < Math.min(at + indent, lineEnd) && lines.charCodeAt(start) === space) start++;
    content.push({ text: lines.slice(start, lineEnd), start: offset + start, end: offset + lineEnd });
    at = afterLineEnd(lines, lineEnd);
  }
  return content;
}

/** How deep the first line with text stands. */
function firstIndent(lines: string): number {
  const text = Math.max(0, lines.search(/[^ \r\n]/));
  const line = lines.slice(lineStartBefore(lines, text), afterLineEnd(lines, lineEndAfter(lines, text)));
  return line.length - line.trimStart().length;
}

function breakBetween(above: BlockLine | undefined, below: BlockLine, blank: number, folded: boolean): string {
  if (above === undefined) return '\n'.repeat(blank);
  if (!folded || startsBlank(above.text) || startsBlank(below.text)) return '\n'.repeat(blank + 1);
  return blank === 0 ? ' ' : '\n'.repeat(blank);
}

function startsBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  return code === space || code === tab;
}

function isSpaces(text: string): boolean {
  return /^ *$/.test(text);
}
