import type { CST } from 'yaml';
import { lineEndAfter, lineStartBefore } from '../text/lines';
import type { PlacedToken } from './walk-tokens';

/**
 * One damage in an entry, contained: the characters of its span are hidden from the parser behind others of the same
 * number, so that every offset stays true. The tree is built with the source's own characters.
 */
export type Repair =
  /** Tabs in the indentation are read as one space each. */
  | { readonly kind: 'tabs'; readonly start: number; readonly end: number }
  /** A text whose quote is never closed is read as plain, to the end of its line. */
  | { readonly kind: 'quote'; readonly start: number; readonly end: number }
  /** A key without its colon above lines that stand deeper is read as if its last letter were the colon. */
  | { readonly kind: 'key'; readonly start: number; readonly end: number };

/** The text the parser reads: lone carriage returns end lines, a byte order mark is no text, repairs are made. */
export function sanitized(text: string, made: readonly Repair[]): string {
  let source = /\r(?!\n)/.test(text) ? text.replace(/\r(?!\n)/g, '\n') : text;
  for (const repair of made) {
    source = source.slice(0, repair.start) + replacement(repair, source) + source.slice(repair.end);
  }
  return source;
}

function replacement(repair: Repair, source: string): string {
  const hidden = source.slice(repair.start, repair.end);
  switch (repair.kind) {
    case 'tabs':
      return hidden.replace(/^[ \t]+/gm, (indentation) => ' '.repeat(indentation.length));
    case 'quote':
      return 'x'.repeat(hidden.length);
    case 'key':
      return `${hidden.slice(0, -1)}:`;
  }
}

/**
 * The repairs that the tokens of a text call for; none where it is sound, or where nothing more can be done.
 * @param isBroken whether the parser stumbles over the text; costly, so it is asked only where the answer decides
 */
export function repairs(
  text: string,
  source: string,
  tokens: readonly PlacedToken[],
  made: readonly Repair[],
  isBroken: () => boolean,
): readonly Repair[] {
  if (made.length === 0 && hasTabIndentation(source) && isBroken()) {
    return [{ kind: 'tabs', start: 0, end: text.length }];
  }
  for (const { token, parent } of tokens) {
    if (token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar') {
      if (swallows(token.source, parent.flow, isBroken)) {
        return [{ kind: 'quote', start: token.offset, end: openQuoteEnd(source, token.offset, parent.flow) }];
      }
    } else if (token.type === 'scalar' && parent.key && parent.mapIndent !== undefined) {
      const key = keyAboveDeeperLine(source, token, parent.mapIndent);
      if (key !== undefined) return [key];
    }
  }
  return [];
}

/** Tabs in front of what looks like a key or a list item; in quoted and block texts YAML allows them. */
function hasTabIndentation(source: string): boolean {
  return /^ *\t[ \t]*(?:[\w"'-][^\n]*:(?:\s|$)|- )/m.test(source);
}

/**
 * A quoted text that takes a closing bracket or further lines with it: it never ends, or its further lines look like keys and
 * the parser stumbles. Sound texts may have such lines.
 */
function swallows(source: string, flow: boolean, isBroken: () => boolean): boolean {
  const lineEnd = source.indexOf('\n');
  if (lineEnd < 0) return flow && !isClosed(source) && /[\]}][\s,]*$/.test(source);
  if (!isClosed(source)) return true;
  return /^[ \t]*[a-z_][\w]*:[ \t\r]*(?:["'{[|>]|$|\S)/m.test(source.slice(lineEnd + 1)) && isBroken();
}

export function isClosed(source: string): boolean {
  const quote = source[0] ?? '';
  const inside = quote === '"' ? source.slice(1).replace(/\\[\s\S]/g, '__') : source.slice(1).replaceAll("''", '__');
  return inside.endsWith(quote);
}

/** The open text ends with its line, but leaves closing brackets to the brackets that may stand open around it. */
function openQuoteEnd(source: string, start: number, flow: boolean): number {
  const rest = source.slice(start, lineEndAfter(source, start));
  return start + Math.max(1, rest.replace(flow ? /[\s\]},]*$/ : /\s*$/, '').length);
}

function keyAboveDeeperLine(source: string, token: CST.FlowScalar, mapIndent: number): Repair | undefined {
  const lines = token.source.split('\n');
  const first = (lines[0] ?? '').trimEnd();
  const second = lines[1] ?? '';
  const deeper = second.length - second.trimStart().length > mapIndent;
  const isAlone = /^[ \t]*$/.test(source.slice(lineStartBefore(source, token.offset), token.offset));
  if (!isAlone || lines.length !== 2 || !deeper || !/^[\w-]{2,}$/.test(first)) return undefined;
  return { kind: 'key', start: token.offset, end: token.offset + first.length };
}
