import { owned } from '../text/own';
import type { Entry } from './entry';
import { parseEntry } from './parse';
import type { Piece } from './split';
import { misplaced } from './traps';
import type { MapNode } from './tree';

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
  return pieces.map((piece) => ({ ...piece, ...parseEntry(piece.text, piece.role, piece.indent) }));
}

/**
 * The entries of parts that are read again. What did not change stays the same object, wherever among the parts it stands now;
 * no entry is taken twice.
 */
export function readAgain(readings: readonly Reading[]): readonly (readonly Entry[])[] {
  const kept = readings.map(keepEnds);
  const gone = new Set(kept.flatMap(({ rest }) => rest.flatMap((entry) => [entry, ...(swallowed.get(entry) ?? [])])));
  const known = byText([...gone]);
  const read: Entry[] = [];
  const entries = readings.map(({ pieces }, which) =>
    pieces.map((piece, at) => {
      const own = kept[which]?.entries[at];
      if (own !== undefined) return own;
      const alike = known.get(piece.text) ?? [];
      const found = alike.find((entry) => gone.has(entry) && isSame(entry, piece));
      if (found !== undefined) {
        gone.delete(found);
        return found;
      }
      const entry = readPiece(piece, alike);
      read.push(entry);
      return entry;
    }),
  );
  rememberSwallowed(read, gone);
  return entries;
}

/**
 * The entries that became part of a longer one, as where the line of their section is being typed: mostly the next edits make
 * entries of them again.
 */
const swallowed = new WeakMap<Entry, readonly Entry[]>();

function rememberSwallowed(read: readonly Entry[], gone: ReadonlySet<Entry>): void {
  const inside = [...gone].filter((entry) => !swallowed.has(entry));
  if (inside.length < 2) return;
  const length = inside.reduce((sum, { text }) => sum + text.length, 0);
  const swallower = read.find(({ text }) => text.length >= length / 2);
  if (swallower !== undefined) swallowed.set(swallower, inside);
}

interface Kept {
  readonly entries: readonly (Entry | undefined)[];
  /** The old entries that have not found their place yet. */
  readonly rest: readonly Entry[];
}

/** An edit mostly leaves the entries above and below it as they are. */
function keepEnds({ old, pieces }: Reading): Kept {
  const entries: (Entry | undefined)[] = pieces.map(() => undefined);
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
  return { entries, rest: old.slice(top, old.length - bottom) };
}

function byText(some: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
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
  for (const { text, root, problems, comments, role, indent } of alike) {
    if (role !== piece.role) continue;
    if (indent === piece.indent) return { ...piece, text, root, problems, comments };
    if (problems.length > 0 && !sound.has(root)) continue;
    sound.add(root);
    return { ...piece, text, root, problems: misplaced(text, root, piece.indent), comments };
  }
  const text = owned(piece.text);
  return { ...piece, text, ...parseEntry(text, piece.role, piece.indent) };
}

/** Trees of texts without any problem but, where it is one, the column they stand in. */
const sound = new WeakSet<MapNode>();
