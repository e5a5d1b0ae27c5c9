import { lineStarts } from '../text/lines';
import { type LineScan, lineEndsIn, scanLines, toNextLine } from '../text/scan-lines';
import type { EntryRole } from './entry';
import type { EntrySection } from './sections';
import { bareSection, continues, isExplicitKey, keyOf, marksDocument, startsKey, startsOtherwise } from './split-line';

/** Where an entry starts; it ends where the next one starts. */
export interface Piece {
  readonly start: number;
  /** The number of line ends above it. */
  readonly line: number;
  readonly section: string;
  readonly role: EntryRole;
  /** The column its key should stand in. */
  readonly indent: number;
}

/** What the splitter knows of the text above a line. */
export interface Above {
  /** The section that is open, where its entries are cut. */
  readonly section: EntrySection | undefined;
  /** The column of its entries, once there is one. */
  readonly indent: number | undefined;
}

/** A text cut into pieces: at least one, and the first starts at 0. */
export interface Cut {
  readonly pieces: readonly Piece[];
  /** The number of line ends in the text. */
  readonly lineEnds: number;
  /** What the last line leaves to the text below. */
  readonly below: Above;
  /**
   * `mark`: a line of the text can't stand in a file that is split. `indented`: nothing stands in the first column; a whole
   * file like that can't be split, a part of one may go on below.
   */
  readonly obstacle: 'none' | 'mark' | 'indented';
}

export const topOfFile: Above = { section: undefined, indent: undefined };

export const whole: Piece = { start: 0, line: 0, section: '', role: 'whole', indent: 0 };

/**
 * Cuts a text into entries by indentation, without parsing. There is always at least one piece and the first starts at 0.
 * Whatever stands deeper than an entry's key belongs to the entry, so an open quote cannot reach the next one.
 */
export function split(text: string): Pick<Cut, 'pieces' | 'lineEnds'> {
  const found = cut(text, topOfFile, true);
  return found.obstacle === 'none' ? found : { pieces: [whole], lineEnds: lineStarts(text).length - 1 };
}

/** The same for a part of a file that starts where an entry starts and need not end where the file ends. */
export function cut(text: string, { section, indent }: Above, isTop: boolean): Cut {
  const pieces: Piece[] = [];
  const cutting: Cutting = { scan: scanLines(text, isTop), pieces, section, indent, leads: [], plus: -1, isIndented: false };
  while (toNextLine(cutting.scan)) {
    if (!takeLine(cutting)) return { pieces: [whole], lineEnds: 0, below: topOfFile, obstacle: 'mark' };
  }
  if (pieces.length === 0) pieces.push({ start: 0, line: 0, section: '', role: 'head', indent: 0 });
  const below = { section: cutting.section, indent: cutting.indent };
  return { pieces, lineEnds: lineEndsIn(cutting.scan), below, obstacle: cutting.isIndented ? 'indented' : 'none' };
}

interface Cutting {
  readonly scan: LineScan;
  readonly pieces: Piece[];
  section: EntrySection | undefined;
  indent: number | undefined;
  /** The blank lines and comments directly above the line. */
  readonly leads: Lead[];
  /** The next `+`, as far as it has been looked for. */
  plus: number;
  /** There is text, and all of it is indented. */
  isIndented: boolean;
}

interface Lead {
  readonly start: number;
  /** The column of a comment; -1 for a blank line. */
  readonly indent: number;
}

const hash = 35;
const question = 63;

/** A small letter, as keys mostly start with. */
function isWord(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** `false` for a line that can't stand in a file that is split. Most lines lie deep in an entry and are passed quickly. */
function takeLine(cutting: Cutting): boolean {
  const { scan, leads, pieces } = cutting;
  const { text, first, end, indent } = scan;
  const code = first < end ? text.charCodeAt(first) : hash;
  if (code === hash) {
    leads.push({ start: scan.start, indent: first < end ? indent : -1 });
    return true;
  }
  const isDeep = cutting.section === undefined ? pieces.length > 0 : indent > (cutting.indent ?? indent);
  if (indent === 0 || !isDeep || code === question) {
    // Below the first column a key is a key, whatever it says.
    const content = indent === 0 || !isWord(code) ? text.slice(first, end).trimEnd() : 'key';
    if (isMark(cutting, content)) return false;
    takeContent(cutting, content);
  }
  if (leads.length > 0) leads.length = 0;
  return true;
}

/** Flow style at the top, several documents and directives, a list, explicit keys. */
function isMark({ scan, pieces }: Cutting, content: string): boolean {
  if (pieces.length === 0 && scan.isTop && startsOtherwise(content)) return true;
  return (scan.indent === 0 && marksDocument(content)) || isExplicitKey(content);
}

function takeContent(cutting: Cutting, content: string): void {
  const { pieces, scan } = cutting;
  const { indent } = scan;
  if (indent === 0) {
    cutting.isIndented = false;
    if (pieces.length > 0 && continues(content)) return;
    add(cutting, 'head', keyOf(content), 0);
    cutting.section = bareSection(content);
    cutting.indent = undefined;
  } else if (cutting.section !== undefined) {
    if (cutting.indent === undefined && !startsKey(content)) cutting.section = undefined;
    else if (indent <= (cutting.indent ?? indent) && !continues(content)) {
      cutting.indent ??= indent;
      add(cutting, 'member', cutting.section, cutting.indent);
    }
  } else if (pieces.length === 0) {
    cutting.isIndented = true;
    add(cutting, 'head', '', 0);
  }
}

/** Comments and blank lines directly above an entry belong to it, where the comments stand in its column. */
function add(cutting: Cutting, role: EntryRole, section: string, indent: number): void {
  const { pieces, scan, leads } = cutting;
  const previous = pieces.at(-1);
  if (previous === undefined) {
    pieces.push({ start: 0, line: 0, section, role, indent });
    return;
  }
  let first = leads.length;
  while (first > 0 && isLead(leads[first - 1], scan.indent)) first--;
  // A block text that keeps its trailing line ends (`|+`) keeps the blank lines below it.
  if (isBlank(leads[first]) && keepsLineEnds(cutting, previous.start, leads[first]?.start ?? 0)) {
    while (isBlank(leads[first])) first++;
  }
  const line = scan.line - (leads.length - first);
  pieces.push({ start: leads[first]?.start ?? scan.start, line, section, role, indent });
}

function isLead(lead: Lead | undefined, indent: number): boolean {
  return lead !== undefined && (lead.indent === -1 || lead.indent === indent);
}

function isBlank(lead: Lead | undefined): boolean {
  return lead?.indent === -1;
}

function keepsLineEnds(cutting: Cutting, start: number, end: number): boolean {
  const { text } = cutting.scan;
  if (cutting.plus < start) {
    const found = text.indexOf('+', start);
    cutting.plus = found < 0 ? text.length : found;
  }
  return cutting.plus < end && /[|>]\d?\+\d?[ \t]*(?:#.*)?$/m.test(text.slice(start, end));
}
