import {
  afterSpaces,
  comment,
  dot,
  doubleQuote,
  folded,
  isBlankOrEnd,
  isForeignBlank,
  isLineEnd,
  literal,
  mappingStart,
  mappingValue,
  sequenceEntry,
  sequenceStart,
  singleQuote,
} from '../characters';
import type { ListNode, MapNode, ScalarNode, SyntaxNode } from '../tree';
import { readBlockScalar } from './block-scalar';
import { readFlowCollection } from './flow';
import { emptyAfter, pushItem, pushPair, sliceNode, takeList, takeMap } from './nodes';
import { canStartPlain, plainFrom, plainLine } from './plain-scalar';
import { readQuoted } from './quoted-scalar';
import { deepest, longestKey, type Scan, toNextContent } from './scan';

/**
 * `l+block-mapping`: the pairs whose keys stand in one column. Like everything that reads a block, it ends at the next
 * content, whose column says which of the open collections it belongs to; what belongs to none is left over at the end.
 * @param key of the first pair, which is read already: the scan stands at its colon
 */
export function readMapping(scan: Scan, column: number, key: ScalarNode): MapNode | undefined {
  if (++scan.depth > deepest) return undefined;
  const base = scan.pairsTop;
  for (let next: ScalarNode | undefined = key; ; next = readKey(scan)) {
    const value = next === undefined ? undefined : readMappingValue(scan, column);
    if (next === undefined || value === undefined) return undefined;
    pushPair(scan, next, value);
    if (scan.column !== column) break;
  }
  scan.depth--;
  return takeMap(scan, base, false, undefined);
}

/** `ns-s-block-map-implicit-key` at the start of a line. The scan ends at its colon. */
export function readKey(scan: Scan): ScalarNode | undefined {
  const { text, at } = scan;
  const code = text.charCodeAt(at);
  if (scan.column === 0 && (code === sequenceEntry || code === dot)) return undefined;
  if (code === doubleQuote || code === singleQuote) {
    const key = readQuoted(scan, Number.POSITIVE_INFINITY);
    return toColon(scan, at) ? key : undefined;
  }
  if (!canStartPlain(text, at, false) || isForeignBlank(text, at)) return undefined;
  const end = plainLine(scan);
  return end > 0 && toColon(scan, at) ? sliceNode(text, at, end) : undefined;
}

function toColon(scan: Scan, keyStart: number): boolean {
  const { text } = scan;
  const at = afterSpaces(text, scan.at);
  scan.at = at;
  return text.charCodeAt(at) === mappingValue && isBlankOrEnd(text, at + 1) && at - keyStart <= longestKey;
}

/** `l+block-sequence`: the items whose dashes stand in one column. */
function readSequence(scan: Scan, column: number): ListNode | undefined {
  if (++scan.depth > deepest) return undefined;
  const base = scan.itemsTop;
  const start = scan.at;
  let end = start;
  do {
    const item = readItem(scan, column);
    if (item === undefined) return undefined;
    pushItem(scan, item);
    end = item.span.end;
  } while (scan.column === column && startsItem(scan));
  scan.depth--;
  return takeList(scan, base, false, { start, end });
}

function startsItem({ text, at }: Scan): boolean {
  return text.charCodeAt(at) === sequenceEntry && isBlankOrEnd(text, at + 1);
}

function readItem(scan: Scan, column: number): SyntaxNode | undefined {
  const dash = scan.at;
  const at = behindIndicator(scan, dash);
  if (at < 0) return readBelow(scan, dash, column, false);
  return readNode(scan, column, column + at - dash);
}

function readMappingValue(scan: Scan, column: number): SyntaxNode | undefined {
  const colon = scan.at;
  if (behindIndicator(scan, colon) < 0) return readBelow(scan, colon, column, true);
  return readValue(scan, column);
}

/** What stands behind an indicator on its line; `-1` where nothing or a comment does. */
function behindIndicator(scan: Scan, indicator: number): number {
  const { text } = scan;
  const at = afterSpaces(text, indicator + 1);
  const isBare = isLineEnd(text, at) || text.charCodeAt(at) === comment;
  scan.at = isBare ? indicator + 1 : at;
  return isBare ? -1 : at;
}

/** The value of a bare key or dash stands deeper below it; the list of a key may stand in the key's own column. */
function readBelow(scan: Scan, indicator: number, parent: number, isKey: boolean): SyntaxNode | undefined {
  const comments = scan.comments.length;
  if (!toNextContent(scan)) return undefined;
  if (scan.column > parent) {
    const isCommented = scan.comments.length > comments;
    const node = readNode(scan, parent, scan.column);
    return isCommented && node !== undefined && mayContinue(node) ? undefined : node;
  }
  if (isKey && scan.column === parent && startsItem(scan)) return readSequence(scan, parent);
  return emptyAfter(scan.text, indicator);
}

/** How deep the further lines of a text must stand depends on the comment above it, in the other reader. */
function mayContinue(node: SyntaxNode): boolean {
  return node.kind === 'scalar' || ((node.kind === 'map' || node.kind === 'list') && node.flow);
}

/** `s-l+block-node` at a column: a collection or a text. */
function readNode(scan: Scan, parent: number, column: number): SyntaxNode | undefined {
  const { text, at } = scan;
  if (startsItem(scan)) return readSequence(scan, column);
  const code = text.charCodeAt(at);
  if (code === doubleQuote || code === singleQuote) return readNodeInQuotes(scan, parent, column);
  if (!canStartPlain(text, at, false)) return readValue(scan, parent);
  const end = plainLine(scan);
  if (text.charCodeAt(scan.at) !== mappingValue) return plainFrom(scan, at, end, parent);
  if (end < 0 || isForeignBlank(text, at) || !toColon(scan, at)) return undefined;
  return readMapping(scan, column, sliceNode(text, at, end));
}

/** Only behind the closing quote it shows whether a text is a key. */
function readNodeInQuotes(scan: Scan, parent: number, column: number): SyntaxNode | undefined {
  const start = scan.at;
  const text = readQuoted(scan, parent);
  if (text === undefined) return undefined;
  const end = scan.at;
  if (!toColon(scan, start)) {
    scan.at = end;
    return toNextContent(scan) ? text : undefined;
  }
  return scan.text.slice(start, end).includes('\n') ? undefined : readMapping(scan, column, text);
}

/** A value that is no block collection, behind its indicator on the same line. */
function readValue(scan: Scan, parent: number): SyntaxNode | undefined {
  const { text, at } = scan;
  const code = text.charCodeAt(at);
  switch (code) {
    case literal:
    case folded:
      return readBlockScalar(scan, parent);
    case mappingStart:
    case sequenceStart: {
      const node = readFlowCollection(scan, parent);
      return node !== undefined && toNextContent(scan) ? node : undefined;
    }
    case doubleQuote:
    case singleQuote: {
      const node = readQuoted(scan, parent);
      return node !== undefined && toNextContent(scan) ? node : undefined;
    }
    default:
      return canStartPlain(text, at, false) ? plainFrom(scan, at, plainLine(scan), parent) : undefined;
  }
}
