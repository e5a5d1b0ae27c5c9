import type { Span } from '../../text/span';
import { space } from '../characters';
import type { EmptyNode, ListNode, MapNode, Pair, ScalarNode, SyntaxNode } from '../tree';
import type { Scan } from './scan';

export function sliceNode(text: string, start: number, end: number): ScalarNode {
  return { kind: 'scalar', span: { start, end }, text: text.slice(start, end), style: 'plain' };
}

export function empty(at: number): EmptyNode {
  return { kind: 'empty', span: { start: at, end: at } };
}

/** Behind a colon or dash, and behind the space that follows it where it is there. */
export function emptyAfter(text: string, indicator: number): EmptyNode {
  return empty(text.charCodeAt(indicator + 1) === space ? indicator + 2 : indicator + 1);
}

export function pushPair(scan: Scan, key: ScalarNode, value: SyntaxNode): void {
  scan.pairs[scan.pairsTop++] = { key, value, span: { start: key.span.start, end: value.span.end } };
}

export function pushItem(scan: Scan, item: SyntaxNode): void {
  scan.items[scan.itemsTop++] = item;
}

/** The map of the pairs above `base`; `undefined` where a key stands twice, which the other reader reports. */
export function takeMap(scan: Scan, base: number, flow: boolean, span: Span | undefined): MapNode | undefined {
  const pairs = scan.pairs.slice(base, scan.pairsTop);
  scan.pairsTop = base;
  return hasRepeatedKey(pairs) ? undefined : { kind: 'map', span: span ?? spanOf(pairs), flow, pairs };
}

export function takeList(scan: Scan, base: number, flow: boolean, span: Span): ListNode {
  const items = scan.items.slice(base, scan.itemsTop);
  scan.itemsTop = base;
  return { kind: 'list', span, flow, items };
}

/** Of one pair, its own: most maps within maps have one for each language. */
function spanOf(pairs: readonly Pair[]): Span {
  const first = pairs[0];
  const last = pairs[pairs.length - 1];
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  return first === last ? first.span : { start: first.span.start, end: last.span.end };
}

function hasRepeatedKey(pairs: readonly Pair[]): boolean {
  if (pairs.length > 12) return new Set(pairs.map((pair) => pair.key.text)).size < pairs.length;
  for (let at = 1; at < pairs.length; at++) {
    const text = pairs[at]?.key.text;
    for (let before = 0; before < at; before++) if (pairs[before]?.key.text === text) return true;
  }
  return false;
}
