import { shiftNode } from './access';
import type { Entry, FileSyntax, PlacedEntry, SyntaxProblem } from './entry';
import { parseEntry } from './parse';
import { holdsEntries, type Piece, split, whole } from './split';
import type { MapNode, Pair } from './tree';

/**
 * A file as entries. Entries of `previous` whose text, section and role did not change are the same objects; no two
 * entries of one file are the same object.
 */
export function readFile(text: string, previous?: FileSyntax): FileSyntax {
  return place(text, split(text), previous);
}

/** The whole file as one entry: slower, for comparison. */
export function readWhole(text: string): FileSyntax {
  return place(text, [whole], undefined);
}

function place(text: string, pieces: readonly Piece[], previous: FileSyntax | undefined): FileSyntax {
  const texts = pieces.map((piece, at) => text.slice(piece.start, pieces[at + 1]?.start ?? text.length));
  const kept = keep(pieces, texts, previous?.entries ?? []);
  const entries = pieces.map((piece, at) => ({ entry: kept[at] ?? readEntry(piece, texts[at] ?? ''), start: piece.start }));
  return { text, entries };
}

function readEntry(piece: Piece, text: string): Entry {
  const { section, role, indent } = piece;
  return { text, section, role, indent, ...parseEntry(text, role, indent) };
}

/** An edit leaves the entries above and below it as they are: those are matched in order, what lies between by their text. */
function keep(pieces: readonly Piece[], texts: readonly string[], old: readonly PlacedEntry[]): readonly (Entry | undefined)[] {
  const kept: (Entry | undefined)[] = pieces.map(() => undefined);
  const shorter = Math.min(pieces.length, old.length);
  let top = 0;
  while (top < shorter && isSame(old[top]?.entry, pieces[top], texts[top])) {
    kept[top] = old[top]?.entry;
    top++;
  }
  let bottom = 0;
  while (bottom < shorter - top) {
    const at = pieces.length - 1 - bottom;
    const entry = old[old.length - 1 - bottom]?.entry;
    if (!isSame(entry, pieces[at], texts[at])) break;
    kept[at] = entry;
    bottom++;
  }
  const moved = byText(old.slice(top, old.length - bottom));
  for (let at = top; at < pieces.length - bottom; at++) {
    const alike = moved.get(texts[at] ?? '') ?? [];
    const found = alike.findIndex((entry) => isSame(entry, pieces[at], texts[at]));
    if (found >= 0) kept[at] = alike.splice(found, 1)[0];
  }
  return kept;
}

function byText(placed: readonly PlacedEntry[]): ReadonlyMap<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const { entry } of placed) {
    const alike = entries.get(entry.text);
    if (alike === undefined) entries.set(entry.text, [entry]);
    else alike.push(entry);
  }
  return entries;
}

function isSame(entry: Entry | undefined, piece: Piece | undefined, text: string | undefined): boolean {
  if (entry === undefined || piece === undefined) return false;
  return entry.section === piece.section && entry.role === piece.role && entry.indent === piece.indent && entry.text === text;
}

/** The same top-level key again: each later one, with the first. */
export interface DuplicateSection {
  readonly key: Pair['key'];
  readonly entry: Entry;
  readonly first: { readonly key: Pair['key']; readonly entry: Entry };
}

/** Top-level keys that stand in a file twice, in entries of their own. Within one entry, `duplicate-key` says it. */
export function duplicateSections(file: FileSyntax): readonly DuplicateSection[] {
  const first = new Map<string, { readonly key: Pair['key']; readonly entry: Entry }>();
  const found: DuplicateSection[] = [];
  for (const { entry } of file.entries) {
    for (const { key } of headPairs(entry)) {
      const earlier = first.get(key.text);
      if (earlier === undefined) first.set(key.text, { key, entry });
      else if (earlier.entry !== entry && key.text !== '') found.push({ key, entry, first: earlier });
    }
  }
  return found;
}

/** The top-level pairs of an entry: none for a member of a section. */
export function headPairs(entry: Entry): readonly Pair[] {
  return entry.role === 'member' ? [] : entry.root.pairs;
}

export interface MemberPair {
  readonly section: string;
  readonly pair: Pair;
}

/** The declarations in an entry, however the file was cut: its own, those of a section in flow style, those of a whole file. */
export function memberPairs(entry: Entry): readonly MemberPair[] {
  if (entry.role === 'member') return entry.root.pairs.map((pair) => ({ section: entry.section, pair }));
  return entry.root.pairs.flatMap(({ key, value }) =>
    value.kind === 'map' && holdsEntries(key.text) ? value.pairs.map((pair) => ({ section: key.text, pair })) : [],
  );
}

/** The whole file as one map, with offsets of the file: sections with their entries in them. */
export function mergedRoot(file: FileSyntax): MapNode {
  const pairs: Pair[] = [];
  let root: MapNode | undefined;
  for (const { entry, start } of file.entries) {
    const shifted = shiftNode(entry.root, start);
    if (entry.role === 'member') pairs.push(...joined(pairs.pop(), shifted.pairs));
    else pairs.push(...shifted.pairs);
    if (entry.role === 'whole') root = shifted;
  }
  const first = pairs[0];
  if (root !== undefined || first === undefined)
    return root ?? { kind: 'map', span: { start: file.text.length, end: file.text.length }, flow: false, pairs };
  return { kind: 'map', span: { start: first.span.start, end: pairs.at(-1)?.span.end ?? first.span.end }, flow: false, pairs };
}

function joined(section: Pair | undefined, members: readonly Pair[]): readonly Pair[] {
  const first = members[0];
  const last = members.at(-1);
  if (section === undefined || first === undefined || last === undefined) return section === undefined ? members : [section];
  const before = section.value.kind === 'map' ? section.value.pairs : [];
  const span = { start: before[0]?.span.start ?? first.span.start, end: last.span.end };
  const value: MapNode = { kind: 'map', span, flow: false, pairs: [...before, ...members] };
  return [{ key: section.key, value, span: { start: section.span.start, end: last.span.end } }];
}

/** The problems of every entry, with the entry they stand in. */
export function syntaxProblems(file: FileSyntax): readonly { readonly entry: Entry; readonly problem: SyntaxProblem }[] {
  return file.entries.flatMap(({ entry }) => entry.problems.map((problem) => ({ entry, problem })));
}
