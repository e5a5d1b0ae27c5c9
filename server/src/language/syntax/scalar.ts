import type { Span } from '../text/span';
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
  if (!/[\r\n]/.test(inside)) {
    if (style === 'plain' || (style === 'single' && !inside.includes("''"))) return { text: inside };
    if (style === 'double' && !inside.includes('\\')) return { text: inside };
  }
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  const say = (unit: string, from: number) => {
    for (let i = 0; i < unit.length; i++) offsets.push(offset + from);
    text += unit;
  };
  while (at < inside.length) {
    const from = at;
    const fold = foldAt(inside, at);
    if (fold !== undefined) {
      say(fold.text, from);
      at = fold.end;
    } else if (style === 'double' && inside[at] === '\\') {
      const unit = escapeAt(inside, at);
      say(unit.text, from);
      at = unit.end;
    } else {
      say(inside[at] ?? '', from);
      at += style === 'single' && inside.startsWith("''", at) ? 2 : 1;
    }
  }
  return { text, offsets: [...offsets, offset + inside.length] };
}

interface Read {
  readonly text: string;
  readonly end: number;
}

/** One line end with the blanks around it reads as a space; each empty line after it as a line end. */
function foldAt(inside: string, at: number): Read | undefined {
  const run = /[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*/y;
  run.lastIndex = at;
  const found = run.exec(inside);
  if (found === null) return undefined;
  const lines = found[0].match(/\r\n|\r|\n/g)?.length ?? 1;
  return { text: lines === 1 ? ' ' : '\n'.repeat(lines - 1), end: run.lastIndex };
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
  const last = content.reduce((found, line, at) => (/[^ ]/.test(line.text) ? at : found), -1);
  let text = '';
  const offsets: number[] = [];
  const say = (unit: string, from: number, step: 0 | 1) => {
    for (let i = 0; i < unit.length; i++) offsets.push(from + i * step);
    text += unit;
  };
  let previous: BlockLine | undefined;
  let blank = 0;
  for (const line of content.slice(0, last + 1)) {
    if (line.text === '') {
      blank++;
      continue;
    }
    say(breakBetween(previous, line, blank, folded), previous?.end ?? offset, 0);
    say(line.text, line.start, 1);
    previous = line;
    blank = 0;
  }
  const end = previous?.end ?? offset;
  if (header.includes('+')) {
    if (previous !== undefined) say('\n', end, 0);
    for (const line of content.slice(last + 1)) {
      if (previous !== undefined) say(line.text, line.start, 1);
      say('\n', line.end, 0);
    }
  } else if (!header.includes('-') && previous !== undefined) say('\n', end, 0);
  return { text, offsets: [...offsets, end] };
}

interface BlockLine {
  /** Without its indentation; `''` for a line of blanks only. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The lines of a block with the last line end counted as one more, empty line only where there is more than one. */
function blockLines(lines: string, offset: number, digit: number, parentIndent: number): readonly BlockLine[] {
  const raw = lines.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const first = raw.find((line) => /[^ \r\n]/.test(line)) ?? '';
  const indent = digit > 0 ? parentIndent + digit : first.length - first.trimStart().length;
  let at = offset;
  return raw.map((line) => {
    const bare = line.replace(/[\r\n]+$/, '');
    const lead = Math.min(indent, bare.length - bare.replace(/^ +/, '').length);
    const start = at + lead;
    at += line.length;
    return { text: bare.slice(lead), start, end: start + bare.length - lead };
  });
}

function breakBetween(above: BlockLine | undefined, below: BlockLine, blank: number, folded: boolean): string {
  if (above === undefined) return '\n'.repeat(blank);
  const deeper = /^[ \t]/.test(above.text) || /^[ \t]/.test(below.text);
  if (!folded || deeper) return '\n'.repeat(blank + 1);
  return blank === 0 ? ' ' : '\n'.repeat(blank);
}
