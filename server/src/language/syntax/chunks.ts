import { lineAt } from '../text/lines';
import { remembered } from '../text/remember';
import type { Chunk, Entry, FileSyntax, PlacedEntry } from './entry';

/**
 * How a file is kept: entries in chunks that never change, so that the next version of the file shares all but the chunks an
 * edit touched.
 */

/** How many entries a chunk holds at least and at most where there are enough of them, and when it is made. */
const [fewest, most, usual] = [32, 256, 128];

export function fileOf(chunks: readonly Chunk[]): FileSyntax {
  let text: string | undefined;
  let entries: readonly PlacedEntry[] | undefined;
  return {
    chunks,
    get text() {
      text ??= chunks.map((chunk) => chunk.entries.map((entry) => entry.text).join('')).join('');
      return text;
    },
    get entries() {
      entries ??= placed(chunks);
      return entries;
    },
  };
}

function placed(chunks: readonly Chunk[]): readonly PlacedEntry[] {
  let start = 0;
  return chunks.flatMap((chunk) =>
    chunk.entries.map((entry) => {
      const one = { entry, start };
      start += entry.text.length;
      return one;
    }),
  );
}

/** Entries in chunks of about the same size. */
export function chunksOf(entries: readonly Entry[]): readonly Chunk[] {
  if (entries.length <= most) return [chunkOf(entries)];
  const size = Math.ceil(entries.length / Math.ceil(entries.length / usual));
  const chunks: Chunk[] = [];
  for (let at = 0; at < entries.length; at += size) chunks.push(chunkOf(entries.slice(at, at + size)));
  return chunks;
}

/**
 * The last chunk that was made with an entry. It is held weakly: an entry of a former version that something still remembers
 * would keep its chunk, that one other entries with their chunks, and so on to the first version of the file.
 */
const homes = new WeakMap<Entry, WeakRef<Chunk>>();

function chunkOf(entries: readonly Entry[]): Chunk {
  const starts: number[] = [];
  const lines: number[] = [];
  let [length, lineEnds] = [0, 0];
  for (const entry of entries) {
    starts.push(length);
    lines.push(lineEnds);
    length += entry.text.length;
    lineEnds += entry.lineEnds;
  }
  const chunk: Chunk = { entries, starts, lines, length, lineEnds };
  const home = new WeakRef(chunk);
  for (const entry of entries) homes.set(entry, home);
  return chunk;
}

/** Some entries of a file, from one position to before another, that others take the place of. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly Entry[];
}

/** The chunks after replacements, which come in their order and do not overlap. A chunk that none touches stays. */
export function replaceEntries({ chunks }: FileSyntax, replacements: readonly Replacement[]): readonly Chunk[] {
  const result: Chunk[] = [];
  let open: Entry[] = [];
  const close = () => {
    if (open.length > 0 && open.length < fewest) open = [...(result.pop()?.entries ?? []), ...open];
    if (open.length > 0) result.push(...chunksOf(open));
    open = [];
  };
  let next = 0;
  let start = 0;
  for (const chunk of chunks) {
    const end = start + chunk.entries.length;
    if ((replacements[next]?.from ?? end) >= end && (replacements[next - 1]?.to ?? 0) <= start) {
      close();
      result.push(chunk);
    } else {
      let at = Math.max(start, replacements[next - 1]?.to ?? 0);
      for (let one = replacements[next]; one !== undefined && one.from < end; one = replacements[++next]) {
        for (const entry of chunk.entries.slice(at - start, one.from - start)) open.push(entry);
        for (const entry of one.entries) open.push(entry);
        at = one.to;
      }
      for (const entry of chunk.entries.slice(Math.max(0, at - start))) open.push(entry);
    }
    start = end;
  }
  close();
  return result;
}

/** What stands above each chunk, and in the whole file. */
interface Sums {
  readonly offsets: readonly number[];
  readonly counts: readonly number[];
  readonly lines: readonly number[];
  readonly length: number;
  readonly count: number;
  readonly lineEnds: number;
}

export const sumsOf = remembered(({ chunks }: FileSyntax): Sums => {
  const [offsets, counts, lines]: [number[], number[], number[]] = [[], [], []];
  let [length, count, lineEnds] = [0, 0, 0];
  for (const chunk of chunks) {
    offsets.push(length);
    counts.push(count);
    lines.push(lineEnds);
    length += chunk.length;
    count += chunk.entries.length;
    lineEnds += chunk.lineEnds;
  }
  return { offsets, counts, lines, length, count, lineEnds };
});

/** An entry with its place in the file and among its entries. */
export interface Found extends PlacedEntry {
  readonly index: number;
  /** The number of line ends above it. */
  readonly line: number;
}

/** The entry that holds an offset; the first or last one for an offset outside the text. */
export function foundAt(file: FileSyntax, offset: number): Found {
  const { offsets } = sumsOf(file);
  const at = lineAt(offsets, offset);
  return foundIn(file, at, lineAt(file.chunks[at]?.starts ?? [], offset - (offsets[at] ?? 0)));
}

/** The entry at a position among the file's entries; the first or last one for a position outside. */
export function foundByIndex(file: FileSyntax, index: number): Found {
  const { counts, count } = sumsOf(file);
  const inside = Math.min(Math.max(index, 0), count - 1);
  const at = lineAt(counts, inside);
  return foundIn(file, at, inside - (counts[at] ?? 0));
}

/** The entry on whose lines a line of the file stands. */
export function foundOnLine(file: FileSyntax, line: number): Found {
  const { lines } = sumsOf(file);
  const at = lineAt(lines, line);
  return foundIn(file, at, lineAt(file.chunks[at]?.lines ?? [], line - (lines[at] ?? 0)));
}

function foundIn(file: FileSyntax, at: number, position: number): Found {
  const { offsets, counts, lines } = sumsOf(file);
  const chunk = file.chunks[at];
  return {
    entry: chunk?.entries[position] ?? emptyEntry,
    start: (offsets[at] ?? 0) + (chunk?.starts[position] ?? 0),
    index: (counts[at] ?? 0) + position,
    line: (lines[at] ?? 0) + (chunk?.lines[position] ?? 0),
  };
}

const emptyEntry: Entry = {
  text: '',
  lineEnds: 0,
  section: '',
  role: 'head',
  indent: 0,
  root: { kind: 'map', span: { start: 0, end: 0 }, flow: false, pairs: [] },
  problems: [],
  comments: [],
};

/** The entry that holds an offset; the first or last one for an offset outside the text. */
export function entryAt(file: FileSyntax, offset: number): PlacedEntry {
  return foundAt(file, offset);
}

/** Where an entry stands in a file; `undefined` for one that is not in it, such as one of another version of the file. */
export function placeOf(file: FileSyntax, entry: Entry): Found | undefined {
  const home = homes.get(entry)?.deref();
  const at = home === undefined ? -1 : file.chunks.indexOf(home);
  if (home !== undefined && at >= 0) return foundIn(file, at, home.entries.indexOf(entry));
  // A chunk of another version holds it as well; in an older version it stands in a chunk that came before its home.
  for (const [other, { entries }] of file.chunks.entries()) {
    const position = entries.indexOf(entry);
    if (position >= 0) return foundIn(file, other, position);
  }
  return undefined;
}

/** Whether the chunk an entry was last put into is one of the file's: `true` says for certain that the file holds it. */
export function isAtHome(file: FileSyntax, entry: Entry): boolean {
  const home = homes.get(entry)?.deref();
  return home !== undefined && file.chunks.includes(home);
}

/** Where an entry starts in a file; `undefined` for one that is not in it. */
export function startIn(file: FileSyntax, entry: Entry): number | undefined {
  return placeOf(file, entry)?.start;
}

/** The entries that are no members of a section: its heads, the header, a whole file. */
export function headEntries({ chunks }: FileSyntax): readonly Entry[] {
  return chunks.flatMap(headsIn);
}

/** Most chunks of a large file have none. */
const headsIn: (chunk: Chunk) => readonly Entry[] = remembered(({ entries }) =>
  entries.filter(({ role }) => role !== 'member'),
);
