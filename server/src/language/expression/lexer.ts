import type { Span } from '../text/span';

/**
 * Cuts an expression into tokens, in linear time and for any text. Nothing is dropped but white space: what the language
 * does not know becomes a token of kind `strange`.
 */
export function lex(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at = skipSpace(text, at);
    if (at >= text.length) break;
    const token = readToken(text, at);
    tokens.push(token);
    at = token.span.end;
  }
  tokens.push({ kind: 'end', text: '', span: { start: text.length, end: text.length } });
  return tokens;
}

export type TokenKind = 'number' | 'text' | 'name' | 'keyword' | 'operator' | 'strange' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** What it stands for: for a keyword or operator its right spelling, for a text its content without quotes. */
  readonly text: string;
  readonly span: Span;
  /** Set where what is written is another language's spelling of `text`: `==`, `AND`, `"text"`. */
  readonly misspelt?: string;
  /** Set for a text without its closing quote. */
  readonly open?: true;
}

export const keywords: readonly string[] = ['and', 'or', 'not', 'in', 'yes', 'no'];

/** Words that name nothing of the codebook's own. */
export const reservedWords: readonly string[] = [...keywords, 'total'];

/** Spellings of other languages, with ours. Longer ones stand before their beginnings. */
const foreignOperators: readonly (readonly [string, string])[] = [
  ['===', '='],
  ['!==', '!='],
  ['==', '='],
  ['<>', '!='],
  ['=<', '<='],
  ['=>', '>='],
  ['≠', '!='],
  ['≤', '<='],
  ['≥', '>='],
  ['−', '-'],
  ['×', '*'],
];

const foreignWords: readonly (readonly [string, string])[] = [
  ['&&', 'and'],
  ['||', 'or'],
  ['&', 'and'],
  ['|', 'or'],
  ['!', 'not'],
];

const operators: readonly string[] = ['!=', '<=', '>=', '=', '<', '>', '+', '-', '*', '/', '(', ')', ',', '.'];

interface Sign {
  readonly written: string;
  readonly kind: 'operator' | 'keyword';
  readonly text: string;
}

/** Every sign by its first character, in the order in which they are tried. */
const signs = byFirstCharacter([
  ...foreignOperators.map(([written, text]): Sign => ({ written, kind: 'operator', text })),
  ...operators.map((written): Sign => ({ written, kind: 'operator', text: written })),
  ...foreignWords.map(([written, text]): Sign => ({ written, kind: 'keyword', text })),
]);

function byFirstCharacter(all: readonly Sign[]): ReadonlyMap<string, readonly Sign[]> {
  const first = (sign: Sign): string => sign.written.charAt(0);
  return new Map(all.map((sign) => [first(sign), all.filter((other) => first(other) === first(sign))]));
}

const longestKeyword = Math.max(...keywords.map((word) => word.length));

function readToken(text: string, at: number): Token {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return token('number', text.slice(at, numberEnd(text, at)), at, numberEnd(text, at) - at);
  const afterWord = wordEnd(text, at);
  if (afterWord > at) return readWord(text.slice(at, afterWord), at);
  const first = text.charAt(at);
  if (first === "'" || first === '"') return readQuoted(text, at, first);
  return readSign(text, at, first);
}

function readWord(word: string, at: number): Token {
  if (word.length > longestKeyword) return token('name', word, at, word.length);
  if (keywords.includes(word)) return token('keyword', word, at, word.length);
  const lower = word.toLowerCase();
  const shouted = keywords.includes(lower) && word === word.toUpperCase();
  if (shouted) return { ...token('keyword', lower, at, word.length), misspelt: word };
  return token('name', word, at, word.length);
}

/** A quote inside the text is written twice. Without a closing quote the text goes to the end. */
function readQuoted(text: string, start: number, quote: string): Token {
  const pieces: string[] = [];
  let at = start + 1;
  for (;;) {
    const close = text.indexOf(quote, at);
    if (close < 0) {
      pieces.push(text.slice(at));
      return { ...token('text', pieces.join(''), start, text.length - start), open: true };
    }
    if (text.charAt(close + 1) !== quote) {
      pieces.push(text.slice(at, close));
      const whole = token('text', pieces.join(''), start, close + 1 - start);
      return quote === "'" ? whole : { ...whole, misspelt: text.slice(start, close + 1) };
    }
    pieces.push(text.slice(at, close + 1));
    at = close + 2;
  }
}

function readSign(text: string, at: number, first: string): Token {
  const sign = signs.get(first)?.find(({ written }) => written.length === 1 || text.startsWith(written, at));
  if (sign === undefined) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    return token('strange', character, at, character.length);
  }
  const read = token(sign.kind, sign.text, at, sign.written.length);
  return sign.text === sign.written ? read : { ...read, misspelt: sign.written };
}

const wordPattern = /[\p{L}_][\p{L}\p{N}_]*/uy;
const spacePattern = /\s*/y;

/** Nearly all words are of Latin letters without accents; only others are worth a pattern. */
function wordEnd(text: string, start: number): number {
  let at = start;
  while (isWordCode(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) > lastAscii ? start + matchAt(wordPattern, text, start).length : at;
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || isDigit(code);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const lastAscii = 127;

/** Decimals only where a digit follows the point. */
function numberEnd(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  if (text.charAt(at) !== '.' || !isDigit(text.charCodeAt(at + 1))) return at;
  at++;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32) at++;
  const code = text.charCodeAt(at);
  return code < 32 || code > lastAscii ? at + matchAt(spacePattern, text, at).length : at;
}

/** Sticky patterns keep their place; it is set before each use and never read after it. */
function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function token(kind: TokenKind, text: string, start: number, length: number): Token {
  return { kind, text, span: { start, end: start + length } };
}
