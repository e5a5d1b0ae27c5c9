import type { Span } from '../text/span';
import { functionNamed } from './functions';
import { lex, type Token } from './lexer';
import type { FunctionName } from './tree';

/**
 * What kind of place the cursor stands at, told from the tokens before it alone, so that half-typed text around it does not
 * matter.
 */
export type CursorPlace =
  /** Inside a text, or after something that allows no name. */
  | { readonly kind: 'nowhere' }
  /** After `battery.` */
  | { readonly kind: 'item'; readonly variable: string }
  /** Where a value begins. */
  | { readonly kind: 'operand'; readonly inside: FunctionName | undefined; readonly startsCondition: boolean }
  /** Where a value begins, beside another it is compared with. */
  | { readonly kind: 'opposite'; readonly operand: Opposite; readonly allowsGroups: boolean }
  /** After a value. `compares`: whether it may still be compared. */
  | { readonly kind: 'operator'; readonly operand: Opposite; readonly compares: boolean };

/** The value on the other side: a name, a call of a function, or something else. */
export type Opposite =
  | { readonly kind: 'name'; readonly variable: string }
  | { readonly kind: 'call'; readonly function: string }
  | { readonly kind: 'other' };

/** The place of the cursor, and the half-typed word that a choice would replace. */
export function cursorPlace(text: string, offset: number): { readonly place: CursorPlace; readonly replace: Span } {
  const tokens = lex(text).slice(0, -1);
  const at = Math.max(0, Math.min(offset, text.length));
  const touched = tokens.findIndex((token) => isWordLike(token) && token.span.start <= at && at <= token.span.end);
  const within = tokens.find((token) => token.kind === 'text' && token.span.start < at && (at < token.span.end || token.open));
  const before = touched >= 0 ? touched : tokens.filter((token) => token.span.end <= at).length;
  const replace = tokens[touched]?.span ?? { start: at, end: at };
  if (within !== undefined || tokens[touched]?.kind === 'number') return { place: { kind: 'nowhere' }, replace };
  return { place: placeAfter(tokens.slice(0, before)), replace };
}

function isWordLike({ kind }: Token): boolean {
  return kind === 'name' || kind === 'keyword' || kind === 'number';
}

const comparisons: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];

function placeAfter(tokens: readonly Token[]): CursorPlace {
  const last = tokens.at(-1);
  if (last === undefined) return { kind: 'operand', inside: undefined, startsCondition: true };
  if (last.kind === 'operator') return placeAfterSign(tokens, last);
  if (last.kind === 'keyword' && last.text !== 'yes' && last.text !== 'no') return placeAfterWord(tokens, last);
  return last.kind === 'strange' ? { kind: 'nowhere' } : placeAfterValue(tokens);
}

function placeAfterSign(tokens: readonly Token[], sign: Token): CursorPlace {
  if (sign.text === '.') {
    const battery = tokens.at(-2);
    return battery?.kind === 'name' ? { kind: 'item', variable: battery.text } : { kind: 'nowhere' };
  }
  if (sign.text === ')') return placeAfterValue(tokens);
  if (comparisons.includes(sign.text)) {
    const allowsGroups = sign.text === '=' || sign.text === '!=';
    return { kind: 'opposite', operand: operandBefore(tokens, tokens.length - 1), allowsGroups };
  }
  const open = enclosing(tokens);
  if (sign.text !== '(' && sign.text !== ',')
    return { kind: 'operand', inside: calledAt(tokens, open), startsCondition: false };
  if (isWord(tokens[open - 1], 'in')) {
    const negated = isWord(tokens[open - 2], 'not');
    return { kind: 'opposite', operand: operandBefore(tokens, open - (negated ? 2 : 1)), allowsGroups: true };
  }
  return { kind: 'operand', inside: calledAt(tokens, open), startsCondition: true };
}

function placeAfterWord(tokens: readonly Token[], word: Token): CursorPlace {
  if (word.text === 'in') return { kind: 'nowhere' };
  return { kind: 'operand', inside: calledAt(tokens, enclosing(tokens)), startsCondition: true };
}

function placeAfterValue(tokens: readonly Token[]): CursorPlace {
  const start = startOfOperand(tokens, tokens.length);
  const previous = tokens[start - 1];
  const isCompared = previous !== undefined && (comparisons.includes(previous.text) || isWord(previous, 'in'));
  return { kind: 'operator', operand: operandBefore(tokens, tokens.length), compares: !isCompared };
}

/** The value that ends right before a token. */
function operandBefore(tokens: readonly Token[], end: number): Opposite {
  const first = tokens[startOfOperand(tokens, end)];
  const last = tokens[end - 1];
  if (first?.kind !== 'name') return { kind: 'other' };
  return last?.text === ')' ? { kind: 'call', function: first.text } : { kind: 'name', variable: first.text };
}

/** Where a value that ends right before a token begins: a name with its item, a call, or parentheses. */
function startOfOperand(tokens: readonly Token[], end: number): number {
  const last = end - 1;
  if (isSign(tokens[last], ')')) {
    const open = openingOf(tokens, last);
    return tokens[open - 1]?.kind === 'name' ? open - 1 : open;
  }
  return isSign(tokens[last - 1], '.') && tokens[last - 2]?.kind === 'name' ? last - 2 : last;
}

/** The index of the `(` that a `)` closes, 0 where there is none. */
function openingOf(tokens: readonly Token[], close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (isSign(tokens[at], ')')) depth++;
    if (isSign(tokens[at], '(') && --depth === 0) return at;
  }
  return 0;
}

/** The index of the `(` that is still open, -1 where there is none. */
function enclosing(tokens: readonly Token[]): number {
  let depth = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    if (isSign(tokens[at], ')')) depth++;
    if (isSign(tokens[at], '(') && depth-- === 0) return at;
  }
  return -1;
}

function calledAt(tokens: readonly Token[], open: number): FunctionName | undefined {
  const before = tokens[open - 1];
  return before?.kind === 'name' ? functionNamed(before.text)?.name : undefined;
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === 'operator' && token.text === sign;
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'keyword' && token.text === word;
}
