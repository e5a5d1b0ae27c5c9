import { remembered } from '../text/remember';
import { applyEdits, shift, type TextEdit } from '../text/span';
import { chunksOf, fileOf, foundAt, foundByIndex, type Replacement, replaceEntries, sumsOf } from './chunks';
import type { Entry, FileSyntax } from './entry';
import { type PieceText, pieceTexts, readAgain, readPieces } from './keep';
import { lengthOf, textBetween } from './positions';
import { type Above, type Cut, cut, isObstacle, type Piece, split, topOfFile, whole } from './split';
import { linesThatTell } from './split-column';
import { beginsOtherwise } from './split-line';

/** A file as entries. With a former version of it, entries that did not change are the same objects. */
export function readFile(text: string, previous?: FileSyntax): FileSyntax {
  if (previous !== undefined) return editFile(previous, [difference(previous, text)]);
  const { pieces, lineEnds } = split(text);
  return fileOf(chunksOf(readPieces(pieceTexts(text, pieces, lineEnds))));
}

/** The whole file as one entry: slower, for comparison. */
export function readWhole(text: string): FileSyntax {
  return fileOf(chunksOf(readPieces(pieceTexts(text, [whole], split(text).lineEnds))));
}

/** One edit that makes a text of a file: what lies between the entries that are the same at the top and at the bottom. */
function difference(file: FileSyntax, text: string): TextEdit {
  const entries = file.chunks.flatMap((chunk) => chunk.entries);
  let start = 0;
  let top = 0;
  for (; top < entries.length; top++) {
    const own = entries[top]?.text ?? '';
    if (!text.startsWith(own, start)) break;
    start += own.length;
  }
  const length = lengthOf(file);
  let below = 0;
  for (let at = entries.length - 1; at >= top; at--) {
    const own = entries[at]?.text ?? '';
    if (text.length - below - own.length < start || !text.endsWith(own, text.length - below)) break;
    below += own.length;
  }
  return { span: { start, end: length - below }, newText: text.slice(start, text.length - below) };
}

/**
 * A file after edits, which refer to its text before any of them and do not overlap. Entries that the edits do not touch
 * stay the same objects, also where they move; no two entries of a file are the same object. Without a change the file
 * is. The cost follows what the edits touch: a window of entries around each is split again, until below it the
 * entries start where they did and are of the same kind.
 */
export function editFile(file: FileSyntax, edits: readonly TextEdit[]): FileSyntax {
  const changes = changesOf(file, edits);
  if (changes.length === 0) return file;
  const windows = windowsOf(file, changes);
  if (windows === undefined) return editWhole(file, changes);
  const entries = readAgain(windows);
  return fileOf(
    replaceEntries(
      file,
      windows.map((window, at) => replacementOf(window, entries[at] ?? [])),
    ),
  );
}

/** The entries of a window that are others now, so that no chunk is touched for those that are not. */
function replacementOf({ from, to, old }: Window, entries: readonly Entry[]): Replacement {
  const shorter = Math.min(old.length - 1, entries.length);
  let top = 0;
  while (top < shorter && old[top] === entries[top]) top++;
  let bottom = 0;
  while (bottom < shorter - top && old[old.length - 1 - bottom] === entries[entries.length - 1 - bottom]) bottom++;
  return { from: from + top, to: to - bottom, entries: entries.slice(top, entries.length - bottom) };
}

/** In their order and inside the text, less those that change nothing. */
function changesOf(file: FileSyntax, edits: readonly TextEdit[]): readonly TextEdit[] {
  const length = lengthOf(file);
  return edits
    .map(({ span, newText }) => {
      const start = Math.min(Math.max(span.start, 0), length);
      return { span: { start, end: Math.min(Math.max(span.end, start), length) }, newText };
    })
    .filter(({ span, newText }) => textBetween(file, span) !== newText)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** A file that cannot be split, before or after. */
function editWhole(file: FileSyntax, changes: readonly TextEdit[]): FileSyntax {
  const text = applyEdits(file.text, changes);
  const { pieces, lineEnds } = split(text);
  const old = file.chunks.flatMap((chunk) => chunk.entries);
  return fileOf(readAgain([{ old, pieces: pieceTexts(text, pieces, lineEnds) }]).flatMap(chunksOf));
}

/** A part of a file that is split again: the entries from one position to before another. */
interface Window {
  readonly from: number;
  readonly to: number;
  readonly old: readonly Entry[];
  readonly pieces: readonly PieceText[];
}

/** `undefined` where the file cannot be split, before or after. */
function windowsOf(file: FileSyntax, changes: readonly TextEdit[]): readonly Window[] | undefined {
  const first = foundByIndex(file, 0).entry;
  if (first.role === 'whole' || beginsOtherwise(first.text)) return undefined;
  const windows: Window[] = [];
  for (let next = 0; next < changes.length; ) {
    const found = windowFrom(file, changes, next);
    if (found === undefined) return undefined;
    windows.push(found.window);
    next = found.next;
  }
  return windows;
}

interface WindowFound {
  readonly window: Window;
  /** The first change below the window. */
  readonly next: number;
}

function windowFrom(file: FileSyntax, changes: readonly TextEdit[], first: number): WindowFound | undefined {
  const from = restartOf(file, changes[first]);
  const { count } = sumsOf(file);
  let reach = from + 1;
  for (;;) {
    const part = partOf(file, changes, first, from, reach);
    const found = cut(part.text, stateAbove(file, from), from === 0);
    if (found.obstacle === 'mark') return undefined;
    const joint = found.obstacle === 'short' ? undefined : jointOf(file, part, found);
    if (joint !== undefined) return { window: windowOf(file, part, found, joint), next: part.next };
    const renamed = found.obstacle === 'short' || part.next < changes.length ? undefined : renamedFrom(file, part, found);
    if (renamed !== undefined) return { window: renamed, next: part.next };
    if (part.to === count) {
      if (from === 0 && isObstacle(found)) return undefined;
      return { window: windowOf(file, part, found, { index: count, pieces: found.pieces.length }), next: part.next };
    }
    reach = from + (part.to - from) * growth;
  }
}

/** By how much a window grows that has not met the entries below it. */
const growth = 4;

/**
 * The entry above the one that a change touches: its key stands above the change, so it starts where it did. What stands in the
 * touched one above its key may come to belong to this one. Not far below the line of a section it is that line, as the
 * column of all its entries may change.
 */
function restartOf(file: FileSyntax, change: TextEdit | undefined): number {
  const above = Math.max(0, foundAt(file, (change?.span.start ?? 0) - 1).index - 1);
  for (let [at, lines] = [above, 0]; at >= 0 && lines <= linesThatTell; at--) {
    const { entry } = foundByIndex(file, at);
    if (entry.role === 'head' && entry.indent === 0) return at;
    lines += entry.lineEnds;
  }
  return above;
}

/** The entries of a file from one position to before another, with all the changes in them made. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Of the file before the changes: where the part starts, and where its last change ends. */
  readonly start: number;
  readonly lastEnd: number;
  /** By how much the changes lengthen it. */
  readonly growth: number;
  readonly next: number;
}

/** The part reaches at least one entry below its last change, and no change below it touches what the part may change. */
function partOf(file: FileSyntax, changes: readonly TextEdit[], first: number, from: number, reach: number): Part {
  const { count, length } = sumsOf(file);
  let [next, to, lastEnd] = [first, reach, 0];
  for (let change = changes[next]; change !== undefined; change = changes[++next]) {
    if (next > first && restartOf(file, change) >= to) break;
    to = Math.max(to, foundAt(file, change.span.end).index + 2);
    lastEnd = Math.max(lastEnd, change.span.end);
  }
  to = Math.min(to, count);
  const { start } = foundByIndex(file, from);
  const end = to < count ? foundByIndex(file, to).start : length;
  const before = textBetween(file, { start, end });
  const own = changes.slice(first, next).map(({ span, newText }) => ({ span: shift(span, -start), newText }));
  const text = applyEdits(before, own);
  return { from, to, text, start, lastEnd, growth: text.length - before.length, next };
}

/** Where the new pieces meet the old entries: from this entry on, and behind this many pieces, nothing has changed. */
interface Joint {
  readonly index: number;
  readonly pieces: number;
}

/** Below the last change: an entry that starts where it did and is of the same kind leaves everything below it as it was. */
function jointOf(file: FileSyntax, part: Part, { pieces }: Cut, isAlike = isOfKind): Joint | undefined {
  for (let at = 1; at < pieces.length; at++) {
    const piece = pieces[at];
    const start = part.start + (piece?.start ?? 0) - part.growth;
    if (piece === undefined || start < part.lastEnd) continue;
    const found = foundAt(file, start);
    if (found.index > 0 && found.index < part.to && found.start === start && isAlike(found.entry, piece))
      return { index: found.index, pieces: at };
  }
  return undefined;
}

/**
 * Where the entries below a change stand in another section now, which is all that is new of them, they need not be split
 * again.
 */
function renamedFrom(file: FileSyntax, part: Part, found: Cut): Window | undefined {
  const { pieces } = found;
  const isAlike = (entry: Entry, piece: Piece) =>
    isOfKind({ ...entry, section: piece.section }, piece) && entry.role === 'member';
  const joint = jointOf(file, part, found, isAlike);
  const section = joint === undefined ? undefined : pieces[joint.pieces]?.section;
  if (joint === undefined || section === undefined) return undefined;
  const { count } = sumsOf(file);
  const below: PieceText[] = [];
  let index = joint.index;
  for (; index < count; index++) {
    const { text, lineEnds, role, indent } = foundByIndex(file, index).entry;
    if (role !== 'member' && indent === 0) break;
    below.push({ text, lineEnds, section, role, indent });
  }
  const above = windowOf(file, part, found, { ...joint, index });
  return { ...above, pieces: [...above.pieces, ...below] };
}

function isOfKind(entry: Entry, { section, role, indent }: Piece): boolean {
  return entry.section === section && entry.role === role && entry.indent === indent;
}

function windowOf(file: FileSyntax, { from, text }: Part, { pieces, lineEnds }: Cut, joint: Joint): Window {
  const old: Entry[] = [];
  for (let at = from; at < joint.index; at++) old.push(foundByIndex(file, at).entry);
  return { from, to: joint.index, old, pieces: pieceTexts(text, pieces, lineEnds).slice(0, joint.pieces) };
}

/** What the splitter knows above an entry: what the one before it leaves. */
function stateAbove(file: FileSyntax, index: number): Above {
  if (index === 0) return topOfFile;
  const { entry } = foundByIndex(file, index - 1);
  const { section, indent } = entry;
  return entry.role === 'member' || indent > 0 ? { section, indent, sure: true } : belowHead(entry);
}

const belowHead = remembered((head: Entry): Above => cut(head.text, topOfFile, true).below);
