import { owned } from '../text/own';
import type { Entry, Parsed } from './entry';
import { keyColumn, mayStray, parseEntry } from './parse';
import { readPlain } from './plain';
import type { Piece } from './split';
import { misplaced } from './traps';
import { treeOf } from './trees';

/** A piece of a file with its text. */
export interface PieceText extends Omit<Piece, 'start' | 'line'> {
  readonly text: string;
  readonly lineEnds: number;
}

/** A part of a file that is read again: what stood there, and what stands there now. */
export interface Reading {
  readonly old: readonly Entry[];
  readonly pieces: readonly PieceText[];
}

/** A text with its pieces, each with its part of the text. */
export function pieceTexts(text: string, pieces: readonly Piece[], lineEnds: number): readonly PieceText[] {
  return pieces.map(({ start, line, section, role, indent }, at) => {
    const next = pieces[at + 1];
    return { text: text.slice(start, next?.start), lineEnds: (next?.line ?? lineEnds) - line, section, role, indent };
  });
}

/** Entries of a text that is read for the first time: their texts are parts of that one. */
export function readPieces(pieces: readonly PieceText[]): readonly Entry[] {
  return pieces.map((piece) => readNew(piece, piece.text));
}

/**
 * The entries of parts that are read again. What did not change stays the same object, wherever among the parts it stands now;
 * no entry is taken twice.
 */
export function readAgain(readings: readonly Reading[]): readonly (readonly Entry[])[] {
  const kept = readings.map(keepEnds);
  const gone = new Set(kept.flatMap(({ rest }) => rest.flatMap((entry) => [entry, ...(former.get(entry) ?? [])])));
  const kinds = byKind(gone);
  let texts: ReadonlyMap<string, readonly Entry[]> | undefined;
  const read: Entry[] = [];
  const take = (piece: PieceText, some: readonly Entry[]): Entry | undefined => {
    const found = some.find((entry) => gone.has(entry) && isSame(entry, piece));
    if (found !== undefined) gone.delete(found);
    return found;
  };
  const entries = readings.map(({ pieces }, which) =>
    pieces.map((piece, at) => {
      const own = kept[which]?.entries[at];
      if (own !== undefined) return own;
      const there = kept[which]?.places[at];
      const found = there === undefined ? undefined : take(piece, [there, ...(former.get(there) ?? [])]);
      if (found !== undefined) return found;
      // Of its kind few are gone, as below a section that has another name now.
      if (there === undefined) texts ??= byText(gone);
      const alike = (there === undefined ? texts : kinds.find((kind) => isOfKind(kind.one, piece))?.texts())?.get(piece.text);
      const elsewhere = take(piece, alike ?? []);
      if (elsewhere !== undefined) return elsewhere;
      const entry = readPiece(piece, there === undefined ? (alike ?? []) : [there]);
      if (there !== undefined) return entry;
      read.push(entry);
      return entry;
    }),
  );
  rememberSwallowed(read, gone);
  return entries;
}

interface Kind {
  readonly one: Entry;
  readonly texts: () => ReadonlyMap<string, readonly Entry[]>;
}

/** Few, though there may be many entries. */
function byKind(entries: Iterable<Entry>): readonly Kind[] {
  const kinds: (Kind & { readonly all: Entry[] })[] = [];
  for (const entry of entries) {
    const known = kinds.find(({ one }) => isOfKind(one, entry));
    if (known !== undefined) known.all.push(entry);
    else {
      const all = [entry];
      let texts: ReadonlyMap<string, readonly Entry[]> | undefined;
      kinds.push({
        one: entry,
        all,
        texts: () => {
          texts ??= byText(all);
          return texts;
        },
      });
    }
  }
  return kinds;
}

function isOfKind(one: Entry, { section, role, indent }: Pick<Entry, 'section' | 'role' | 'indent'>): boolean {
  return one.section === section && one.role === role && one.indent === indent;
}

/**
 * The entries that became part of a longer one or stand in another section now, as where the line of their section is being
 * typed: mostly the next edits make of them what they were.
 */
const former = new WeakMap<Entry, readonly Entry[]>();

function rememberSwallowed(read: readonly Entry[], gone: ReadonlySet<Entry>): void {
  const inside = [...gone].filter((entry) => !former.has(entry));
  if (inside.length < 2) return;
  const length = inside.reduce((sum, { text }) => sum + text.length, 0);
  const swallower = read.find(({ text }) => text.length >= length / 2);
  if (swallower !== undefined) former.set(swallower, inside);
}

interface Kept {
  readonly entries: readonly (Entry | undefined)[];
  /** The old entries with the texts of those that are not kept, as far from the ends. */
  readonly places: readonly (Entry | undefined)[];
  /** The old entries that have not found their place yet. */
  readonly rest: readonly Entry[];
}

/** An edit mostly leaves the entries above and below it as they are, or at least their texts. */
function keepEnds({ old, pieces }: Reading): Kept {
  const entries: (Entry | undefined)[] = pieces.map(() => undefined);
  const places: (Entry | undefined)[] = pieces.map(() => undefined);
  const shorter = Math.min(pieces.length, old.length);
  let top = 0;
  for (; top < shorter && isSame(old[top], pieces[top]); top++) entries[top] = old[top];
  let bottom = 0;
  for (; bottom < shorter - top; bottom++) {
    const at = pieces.length - 1 - bottom;
    const entry = old[old.length - 1 - bottom];
    if (!isSame(entry, pieces[at])) break;
    entries[at] = entry;
  }
  for (let below = bottom; below < shorter - top; below++) {
    const at = pieces.length - 1 - below;
    const entry = old[old.length - 1 - below];
    if (entry?.text !== pieces[at]?.text) break;
    places[at] = entry;
  }
  return { entries, places, rest: old.slice(top, old.length - bottom) };
}

function byText(some: Iterable<Entry>): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const entry of some) {
    const alike = entries.get(entry.text);
    if (alike === undefined) entries.set(entry.text, [entry]);
    else alike.push(entry);
  }
  return entries;
}

function isSame(entry: Entry | undefined, piece: PieceText | undefined): boolean {
  if (entry === undefined || piece === undefined) return false;
  return (
    entry.section === piece.section && entry.role === piece.role && entry.indent === piece.indent && entry.text === piece.text
  );
}

/** Its tree need not be read where an entry with the same text was read as the same kind of thing. */
function readPiece(piece: PieceText, alike: readonly Entry[]): Entry {
  for (const other of alike) {
    if (other.role !== piece.role || mayStray(other) !== mayStray(piece)) continue;
    const entry = keyColumn(other) === keyColumn(piece) ? readAsOther(piece, other) : readInColumn(piece, other);
    if (entry === undefined) continue;
    former.set(entry, [other, ...(former.get(other) ?? [])].slice(0, mostFormer));
    return entry;
  }
  return readNew(piece, owned(piece.text));
}

function readAsOther(piece: PieceText, other: Entry): Entry {
  const { text, problems, comments } = other;
  return Object.hasOwn(other, 'root')
    ? entryOf(piece, text, { root: other.root, problems, comments })
    : plainEntry(piece, text, { problems, comments });
}

/** Of a sound text nothing is new in another column but that it is another. */
function readInColumn(piece: PieceText, { text, root, problems, comments }: Entry): Entry | undefined {
  if (problems.length > 0) return undefined;
  const said = misplaced(text, root, keyColumn(piece));
  return said.length > 0 ? entryOf(piece, text, { root, problems: said, comments }) : undefined;
}

function readNew(piece: PieceText, text: string): Entry {
  const { role, indent, section } = piece;
  const plain = mayStray(piece) ? undefined : readPlain(text, role, keyColumn(piece));
  return plain === undefined ? entryOf(piece, text, parseEntry(text, role, indent, section)) : plainEntry(piece, text, plain);
}

function entryOf({ lineEnds, section, role, indent }: PieceText, text: string, { root, problems, comments }: Parsed): Entry {
  return { text, lineEnds, section, role, indent, root, problems, comments };
}

type Said = Pick<Parsed, 'problems' | 'comments'>;

/** An entry whose tree is read when it is asked for. */
function plainEntry({ lineEnds, section, role, indent }: PieceText, text: string, { problems, comments }: Said): Entry {
  const entry: Pick<Entry, 'root'> = Object.create(readOnDemand);
  return Object.assign(entry, { text, lineEnds, section, role, indent, problems, comments });
}

/** A prototype, as a getter of each entry's own would take more memory than it saves. */
const readOnDemand: Pick<Entry, 'root'> & ThisType<Entry> = {
  get root() {
    return treeOf(this);
  },
};

/** How often the same lines may become something else and still be known as what they were. */
const mostFormer = 3;
