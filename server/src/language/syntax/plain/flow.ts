import {
  afterLineEnd,
  afterSpaces,
  collectEntry,
  comment,
  doubleQuote,
  isForeignBlank,
  isLineEnd,
  mappingEnd,
  mappingStart,
  mappingValue,
  sequenceEnd,
  sequenceStart,
  singleQuote,
  space,
} from '../characters';
import type { ListNode, MapNode, ScalarNode, SyntaxNode } from '../tree';
import { empty, emptyAfter, pushItem, pushPair, sliceNode, takeList, takeMap } from './nodes';
import { canStartPlain, plainLineInFlow } from './plain-scalar';
import { readQuoted } from './quoted-scalar';
import { deepest, isCommentBehindText, type Scan, takeComment } from './scan';

/**
 * `c-flow-mapping` and `c-flow-sequence`. The scan ends behind the closing bracket.
 * @param parent column that further lines must stand deeper than
 */
export function readFlowCollection(scan: Scan, parent: number): MapNode | ListNode | undefined {
  if (++scan.depth > deepest) return undefined;
  scan.brackets++;
  const isMap = scan.text.charCodeAt(scan.at) === mappingStart;
  const node = isMap ? readFlowMapping(scan, parent) : readFlowSequence(scan, parent);
  scan.brackets--;
  scan.depth--;
  return node;
}

function readFlowMapping(scan: Scan, parent: number): MapNode | undefined {
  const start = scan.at++;
  const base = scan.pairsTop;
  while (toFlowContent(scan, parent)) {
    if (closes(scan, mappingEnd)) return takeMap(scan, base, true, { start, end: scan.at });
    if (!readFlowPair(scan, parent) || !toFlowContent(scan, parent)) return undefined;
    if (scan.text.charCodeAt(scan.at) === collectEntry) scan.at++;
    else if (scan.text.charCodeAt(scan.at) !== mappingEnd) return undefined;
  }
  return undefined;
}

function readFlowSequence(scan: Scan, parent: number): ListNode | undefined {
  const start = scan.at++;
  const base = scan.itemsTop;
  while (toFlowContent(scan, parent)) {
    if (closes(scan, sequenceEnd)) return takeList(scan, base, true, { start, end: scan.at });
    const item = readFlowNode(scan, parent);
    if (item === undefined || !toFlowContent(scan, parent)) return undefined;
    pushItem(scan, item);
    if (scan.text.charCodeAt(scan.at) === collectEntry) scan.at++;
    else if (scan.text.charCodeAt(scan.at) !== sequenceEnd) return undefined;
  }
  return undefined;
}

function closes(scan: Scan, bracket: number): boolean {
  if (scan.text.charCodeAt(scan.at) !== bracket) return false;
  scan.at++;
  return true;
}

/** `ns-flow-map-entry` with a key on one line and its value behind it; false where the pair is left to the other reader. */
function readFlowPair(scan: Scan, parent: number): boolean {
  const { text } = scan;
  const start = scan.at;
  const key = readFlowScalar(scan, Number.POSITIVE_INFINITY);
  if (key === undefined || isForeignBlank(text, start)) return false;
  const colon = afterSpaces(text, scan.at);
  scan.at = colon;
  if (text.charCodeAt(colon) !== mappingValue) {
    pushPair(scan, key, empty(key.span.end));
    return true;
  }
  if (text.charCodeAt(colon + 1) !== space) return false;
  scan.at = afterSpaces(text, colon + 1);
  const value = readFlowValue(scan, parent, colon);
  if (value === undefined) return false;
  pushPair(scan, key, value);
  return true;
}

/** To `yaml` a missing value in front of a comma is an empty text there, one in front of a bracket is none. */
function readFlowValue(scan: Scan, parent: number, colon: number): SyntaxNode | undefined {
  const code = scan.text.charCodeAt(scan.at);
  if (code === mappingEnd) return emptyAfter(scan.text, colon);
  return code === collectEntry ? empty(scan.at) : readFlowNode(scan, parent);
}

function readFlowNode(scan: Scan, parent: number): SyntaxNode | undefined {
  const code = scan.text.charCodeAt(scan.at);
  if (code === mappingStart || code === sequenceStart) return readFlowCollection(scan, parent);
  return readFlowScalar(scan, parent);
}

/** Plain texts of several lines are left to the other reader: what stands behind the first line is no comma. */
function readFlowScalar(scan: Scan, parent: number): ScalarNode | undefined {
  const code = scan.text.charCodeAt(scan.at);
  if (code === doubleQuote || code === singleQuote) return readQuoted(scan, parent);
  if (!canStartPlain(scan.text, scan.at, true)) return undefined;
  const start = scan.at;
  const end = plainLineInFlow(scan);
  return end < 0 ? undefined : sliceNode(scan.text, start, end);
}

/**
 * `s-separate` within brackets: to the next character that means something. False at a tab, at the end of the text and where a
 * line stands too far left; a closing bracket may stand in the column of its parent. To `yaml` a comment at the very start of a
 * line is not separated from the text above it.
 */
function toFlowContent(scan: Scan, parent: number): boolean {
  const { text } = scan;
  let at = afterSpaces(text, scan.at);
  let line = -1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === comment) {
      if (line < 0 ? !isCommentBehindText(text, at) : at === line) return false;
      at = takeComment(scan, at);
    } else if (isLineEnd(text, at)) {
      line = afterLineEnd(text, at);
      at = afterSpaces(text, line);
    } else {
      scan.at = at;
      return code > space && (line < 0 || at - line > parent || isOuterEnd(scan, code, at - line, parent));
    }
  }
  return false;
}

function isOuterEnd(scan: Scan, code: number, column: number, parent: number): boolean {
  return scan.brackets === 1 && column === parent && (code === mappingEnd || code === sequenceEnd);
}
