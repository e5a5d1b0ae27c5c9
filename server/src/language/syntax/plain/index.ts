import type { Span } from '../../text/span';
import { lineFeed } from '../characters';
import type { EntryRole, Parsed, SyntaxProblem } from '../entry';
import type { MapNode } from '../tree';
import { readKey, readMapping } from './block';
import { type Scan, scanOf, toContent } from './scan';

/**
 * Reads an entry written in the plain block style of most codebooks, many times faster than a reader of all YAML can.
 * `undefined` for a text with anything else in it, or anything to report: those are left to the other reader. What both can
 * read they read alike, to the last offset.
 */
export function readPlain(text: string, role: EntryRole, indent: number): Parsed | undefined {
  if (hasLoneReturn(text)) return undefined;
  const scan = scanOf(text);
  toContent(scan);
  const root = readRoot(scan, role, indent);
  if (root === undefined || scan.column >= 0) return undefined;
  return { root, problems: noProblems, comments: scan.comments.length > 0 ? scan.comments : noComments };
}

const noProblems: readonly SyntaxProblem[] = [];
const noComments: readonly Span[] = [];

function readRoot(scan: Scan, role: EntryRole, indent: number): MapNode | undefined {
  const { column } = scan;
  if (column < 0) return { kind: 'map', span: { start: scan.at, end: scan.at }, flow: false, pairs: [] };
  if (role !== 'whole' && column !== indent) return undefined;
  const key = readKey(scan);
  return key === undefined ? undefined : readMapping(scan, column, key);
}

/** One that ends a line by itself, which only the other reader knows. */
function hasLoneReturn(text: string): boolean {
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 2)) {
    if (text.charCodeAt(at + 1) !== lineFeed) return true;
  }
  return false;
}
