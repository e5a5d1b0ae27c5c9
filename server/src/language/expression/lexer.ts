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

const wordPattern = /[\p{L}_][\p{L}\p{N}_]*/uy;
const numberPattern = /\d+(?:\.\d+)?/y;
const spacePattern = /\s*/y;

function readToken(text: string, at: number): Token {
  const word = matchAt(wordPattern, text, at);
  if (word !== '') return readWord(word, at);
  const digits = matchAt(numberPattern, text, at);
  if (digits !== '') return token('number', digits, at, digits.length);
  const first = text.charAt(at);
  if (first === "'" || first === '"') return readQuoted(text, at, first);
  return readOperator(text, at);
}

function readWord(word: string, at: number): Token {
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

function readOperator(text: string, at: number): Token {
  const startsHere = (one: string): boolean => text.startsWith(one, at);
  const foreign = foreignOperators.find(([written]) => startsHere(written));
  if (foreign !== undefined) return { ...token('operator', foreign[1], at, foreign[0].length), misspelt: foreign[0] };
  const own = operators.find(startsHere);
  if (own !== undefined) return token('operator', own, at, own.length);
  const word = foreignWords.find(([written]) => startsHere(written));
  if (word !== undefined) return { ...token('keyword', word[1], at, word[0].length), misspelt: word[0] };
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return token('strange', character, at, character.length);
}

function skipSpace(text: string, at: number): number {
  return at + matchAt(spacePattern, text, at).length;
}

/** Sticky patterns keep their place; it is set before each use and never read after it. */
function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function token(kind: TokenKind, text: string, start: number, length: number): Token {
  return { kind, text, span: { start, end: start + length } };
}
