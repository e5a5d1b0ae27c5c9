import {
  carriageReturn,
  comment,
  firstLetter,
  isBlankOrEnd,
  isFlowIndicator,
  isIndicator,
  isLineEnd,
  lastLetter,
  lineFeed,
  mappingKey,
  mappingValue,
  sequenceEntry,
  space,
} from '../characters';
import { decodeFlow } from '../scalar';
import type { ScalarNode } from '../tree';
import { sliceNode } from './nodes';
import { type Scan, toNextContent } from './scan';

/** `ns-plain-first`: a letter, a digit, or a sign that means nothing to YAML where it stands. */
export function canStartPlain(text: string, at: number, inFlow: boolean): boolean {
  const code = text.charCodeAt(at);
  if (code >= firstLetter && code <= lastLetter) return true;
  if (code === sequenceEntry || code === mappingKey || code === mappingValue) {
    return !isBlankOrEnd(text, at + 1) && !(inFlow && isFlowIndicator(text.charCodeAt(at + 1)));
  }
  return code > space && !isIndicator(code);
}

/**
 * One line of a plain scalar outside brackets. Gives the end of its text, `-1` where a character stands in it that is left to
 * the other reader; the scan stops at the colon, comment or line end that ends the line.
 */
export function plainLine(scan: Scan): number {
  const { text } = scan;
  let at = scan.at;
  let end = at;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > mappingValue) end = at + 1;
    else if (code === space) continue;
    else if (code === mappingValue) {
      if (isBlankOrEnd(text, at + 1)) break;
      end = at + 1;
    } else if (code === comment) {
      if (at > end) break;
      end = at + 1;
    } else if (code > space) end = at + 1;
    else if (code === lineFeed || code === carriageReturn) break;
    else return -1;
  }
  scan.at = at;
  return end;
}

/** The same within brackets, where commas and brackets end a text too. */
export function plainLineInFlow(scan: Scan): number {
  const { text } = scan;
  let at = scan.at;
  let end = at;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= firstLetter && code <= lastLetter) {
      end = at + 1;
      continue;
    }
    if (code === space) continue;
    if (code < space) {
      if (code === lineFeed || code === carriageReturn) break;
      return -1;
    }
    if (isFlowIndicator(code) || (code === comment && at > end)) break;
    if (code === mappingValue) {
      if (isBlankOrEnd(text, at + 1)) break;
      if (isFlowIndicator(text.charCodeAt(at + 1))) return -1;
    }
    end = at + 1;
  }
  scan.at = at;
  return end;
}

/**
 * `s-ns-plain-multi-line`: the lines below that stand deeper than the parent continue a text whose first line is read. The
 * scan ends at the next content.
 */
export function plainFrom(scan: Scan, start: number, firstEnd: number, parent: number): ScalarNode | undefined {
  const { text } = scan;
  let end = firstEnd;
  let continued = false;
  for (;;) {
    if (end < 0) return undefined;
    const mayContinue = isLineEnd(text, scan.at);
    const comments = scan.comments.length;
    if (!toNextContent(scan)) return undefined;
    if (scan.column <= parent) break;
    if (!mayContinue || scan.comments.length > comments) return undefined;
    continued = true;
    end = plainLine(scan);
  }
  return continued ? continuedNode(text, start, end) : sliceNode(text, start, end);
}

/** `undefined` where the other reader would doubt that the last word was meant to continue a name. */
function continuedNode(text: string, start: number, end: number): ScalarNode | undefined {
  const decoded = decodeFlow(text.slice(start, end), start, 'plain');
  if (/^[\w.-]+ [a-z][a-z0-9_]*$/.test(decoded.text)) return undefined;
  return { kind: 'scalar', span: { start, end }, text: decoded.text, style: 'plain', offsets: decoded.offsets ?? [] };
}
