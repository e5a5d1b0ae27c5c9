import { afterLineEnd, afterSpaces, backslash, carriageReturn, isLineEnd, lineFeed, singleQuote } from '../characters';
import { decodeFlow } from '../scalar';
import type { ScalarNode } from '../tree';
import type { Scan } from './scan';

/**
 * `c-single-quoted` and `c-double-quoted`. The scan ends behind the closing quote.
 * @param parent column that further lines must stand deeper than
 */
export function readQuoted(scan: Scan, parent: number): ScalarNode | undefined {
  const { text, at: start } = scan;
  const quote = text.charCodeAt(start);
  const isSingle = quote === singleQuote;
  let asWritten = true;
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const isEnd = code === quote && !(isSingle && text.charCodeAt(at + 1) === quote);
    if (isEnd) return quotedNode(scan, start, at, isSingle ? 'single' : 'double', asWritten);
    const isEscape = code === (isSingle ? singleQuote : backslash);
    if (!isEscape && code !== lineFeed && code !== carriageReturn) {
      at++;
      continue;
    }
    asWritten = false;
    if (!isEscape) at = continuation(text, at, parent);
    else at = isSingle ? at + 2 : afterEscape(text, at);
    if (at < 0) return undefined;
  }
  return undefined;
}

function quotedNode(scan: Scan, start: number, close: number, style: 'single' | 'double', asWritten: boolean): ScalarNode {
  scan.at = close + 1;
  const span = { start, end: close + 1 };
  const inside = scan.text.slice(start + 1, close);
  if (asWritten) return { kind: 'scalar', span, text: inside, style };
  const { text, offsets } = decodeFlow(inside, start + 1, style);
  return { kind: 'scalar', span, text, style, offsets: offsets ?? [] };
}

/** `c-ns-esc-char`: past an escape, to the line end where it escapes one, `-1` where it is none. */
function afterEscape(text: string, at: number): number {
  if (isLineEnd(text, at + 1)) return at + 1;
  const letter = text.charAt(at + 1);
  if ('0abefnrtvN_LP "/\\'.includes(letter)) return at + 2;
  const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const code = text.slice(at + 2, at + 2 + digits);
  const isCode = digits > 0 && code.length === digits && /^[0-9a-fA-F]+$/.test(code);
  return isCode && Number.parseInt(code, 16) <= 0x10ffff ? at + 2 + digits : -1;
}

/** `s-flow-folded`: from a line end to the text on a line below, `-1` where that stands too far left. */
function continuation(text: string, lineEnd: number, parent: number): number {
  let line = afterLineEnd(text, lineEnd);
  for (;;) {
    const at = afterSpaces(text, line);
    if (at >= text.length) return -1;
    if (!isLineEnd(text, at)) return at - line > parent ? at : -1;
    line = afterLineEnd(text, at);
  }
}
