import { type LineScan, lineEndsIn, scanLines, toNextLine } from '../text/scan-lines';
import type { EntryRole } from './entry';
import { columnOfEntries } from './split-column';
import {
  continues,
  holdsSection,
  isEntry,
  isExplicitKey,
  isExplicitValue,
  isKey,
  keyOf,
  leadsDocument,
  marksDocument,
  startsKey,
  startsOtherwise,
  topLine,
} from './split-line';

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
  readonly section: string | undefined;
  /** The column of its entries, once there is one. */
  readonly indent: number | undefined;
  /** Whether it is open whatever stands below its line. */
  readonly sure: boolean;
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
   * file like that can't be split, a part of one may go on below. `short`: what follows decides how the text is cut.
   */
  readonly obstacle: 'none' | 'mark' | 'indented' | 'short';
}

export const topOfFile: Above = { section: undefined, indent: undefined, sure: true };

export const whole: Piece = { start: 0, line: 0, section: '', role: 'whole', indent: 0 };

/** What an entry is called that holds all that follows the end of the document: nothing of it is read. */
export const behindDocument = '---';

/**
 * Cuts a text into entries by indentation, without parsing. There is always at least one piece and the first starts at 0.
 * Whatever stands deeper than an entry's key belongs to the entry, so an open quote cannot reach the next one. A line in the
 * first column that is none of the language's keys leaves the section open in which it stands.
 */
export function split(text: string): Pick<Cut, 'pieces' | 'lineEnds'> {
  const found = cut(text, topOfFile, true);
  return isObstacle(found) ? { pieces: [whole], lineEnds: lineEndsOf(text) } : found;
}

export function isObstacle({ obstacle }: Cut): boolean {
  return obstacle === 'mark' || obstacle === 'indented';
}

function lineEndsOf(text: string): number {
  const scan = scanLines(text, true);
  while (toNextLine(scan));
  return lineEndsIn(scan);
}

/** The same for a part of a file that starts where an entry starts and need not end where the file ends. */
export function cut(text: string, above: Above, isTop: boolean): Cut {
  const pieces: Piece[] = [];
  const cutting: Cutting = {
    scan: scanLines(text, isTop),
    pieces,
    ...above,
    outer: undefined,
    after: 'text',
    leads: [],
    plus: -1,
    isIndented: false,
    isShort: false,
  };
  while (toNextLine(cutting.scan)) {
    if (cutting.after !== 'end' && !takeLine(cutting)) {
      return { pieces: [whole], lineEnds: 0, below: topOfFile, obstacle: 'mark' };
    }
  }
  if (pieces.length === 0) pieces.push({ start: 0, line: 0, section: '', role: 'head', indent: 0 });
  const { section, indent, sure, isIndented, isShort } = cutting;
  const isOpen = isShort || ['mark', 'doubt', 'explicit'].includes(cutting.after) || (section !== undefined && !sure);
  const obstacle = isIndented ? 'indented' : isOpen ? 'short' : 'none';
  return { pieces, lineEnds: lineEndsIn(cutting.scan), below: { section, indent, sure }, obstacle };
}

/** An open section with entries. */
interface Open {
  readonly section: string;
  readonly indent: number;
}

interface Cutting {
  readonly scan: LineScan;
  readonly pieces: Piece[];
  section: string | undefined;
  indent: number | undefined;
  sure: boolean;
  /** The section that goes on below the last line in the first column if that one turns out to be a stray. */
  outer: Open | undefined;
  /**
   * The last content: `stray` in the first column, `doubt` a key there that may be one, `explicit` a `?` there, `mark` the end of
   * the document, `end` where nothing of the document follows.
   */
  after: 'text' | 'stray' | 'doubt' | 'explicit' | 'mark' | 'end';
  /** The blank lines and comments directly above the line. */
  readonly leads: Lead[];
  /** The next `+`, as far as it has been looked for. */
  plus: number;
  /** There is text, and all of it is indented. */
  isIndented: boolean;
  /** The text ends before it is certain in which column the entries stand. */
  isShort: boolean;
}

interface Lead {
  readonly start: number;
  /** The column of a comment; -1 for a blank line. */
  readonly indent: number;
}

const hash = 35;

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
  if (indent === 0 || !isDeep || cutting.after !== 'text') {
    const isPlain = indent > 0 && isWord(code) && cutting.after === 'text' && cutting.sure;
    // Below the first column a key is a key, whatever it says.
    const content = isPlain ? 'key' : text.slice(first, end).trimEnd();
    if (indent === 0 && pieces.length === 0 && scan.isTop) {
      if (leadsDocument(content)) return true;
      if (startsOtherwise(content) && !holdsSection(text)) return false;
    }
    if (indent === 0) takeTop(cutting, content);
    else takeIndented(cutting, content);
  }
  if (leads.length > 0) leads.length = 0;
  return true;
}

function takeTop(cutting: Cutting, content: string): void {
  const { pieces, after } = cutting;
  cutting.isIndented = false;
  if (after === 'mark') {
    cutting.after = 'end';
    return;
  }
  if (pieces.length > 0 && continues(content)) return;
  if (after === 'explicit' && isExplicitValue(content)) {
    cutting.after = 'text';
    return;
  }
  const outer = openIn(cutting);
  const line = topLine(content);
  const isMark = marksDocument(content);
  if (line.kind === 'stray' && outer !== undefined && !isMark) {
    add(cutting, 'head', outer.section, outer.indent);
    cutting.after = 'stray';
    return;
  }
  add(cutting, 'head', isMark ? behindDocument : keyOf(content), 0);
  cutting.outer = outer;
  cutting.section = line.kind === 'opens' ? line.section : line.kind === 'stray' && !isMark ? line.name : undefined;
  cutting.indent = undefined;
  cutting.sure = line.kind === 'opens' && line.sure;
  if (line.kind === 'opens' && line.exact) cutting.outer = undefined;
  cutting.after = isMark ? 'mark' : isExplicitKey(content) ? 'explicit' : line.kind === 'doubtful' ? 'doubt' : 'text';
}

function openIn({ section, indent }: Cutting): Open | undefined {
  return section === undefined || indent === undefined ? undefined : { section, indent };
}

function takeIndented(cutting: Cutting, content: string): void {
  const { pieces, scan, after, outer } = cutting;
  const { indent } = scan;
  if (after === 'stray' || after === 'text') takeEntry(cutting, content);
  else if (outer === undefined) cutting.after = after === 'mark' ? 'end' : 'text';
  else if (after === 'mark' || isKey(content)) {
    toStray(cutting, outer);
    takeEntry(cutting, content);
  } else cutting.after = 'text';
  if (pieces.length === 0) {
    cutting.isIndented = true;
    add(cutting, 'head', '', 0);
  }
  if (indent === 0) cutting.isIndented = false;
}

/** What seemed to be a key of the file is a line that strayed into the section above it. */
function toStray(cutting: Cutting, { section, indent }: Open): void {
  const { pieces } = cutting;
  const last = pieces.pop();
  if (last !== undefined) pieces.push({ ...last, section, indent });
  Object.assign(cutting, { section, indent, sure: true, after: 'stray' });
}

/** A line below the first column where an entry may start. */
function takeEntry(cutting: Cutting, content: string): void {
  const { scan, after, outer } = cutting;
  const { indent } = scan;
  if (cutting.section === undefined) return;
  if (after === 'stray') {
    if (indent > (cutting.indent ?? indent) || !isEntry(content)) return;
    cutting.after = 'text';
  }
  if (cutting.indent === undefined) {
    if (!(cutting.sure ? startsKey(content) : isEntry(content))) {
      cutting.section = undefined;
      cutting.sure = true;
      if (outer !== undefined) toStray(cutting, outer);
      if (outer !== undefined) takeEntry(cutting, content);
      return;
    }
    cutting.sure = true;
    const column = columnOfEntries(scan);
    cutting.indent = column.indent;
    cutting.isShort ||= column.isShort;
    add(cutting, 'member', cutting.section, column.indent);
  } else if (indent <= cutting.indent && !continues(content) && !isValueOfExplicit(cutting, content)) {
    add(cutting, 'member', cutting.section, cutting.indent);
  }
}

/** The value of an entry whose key stands behind a `?`. */
function isValueOfExplicit({ pieces, scan }: Cutting, content: string): boolean {
  const start = pieces.at(-1)?.start;
  return isExplicitValue(content) && start !== undefined && /^\s*\?\s/.test(scan.text.slice(start, scan.start));
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
