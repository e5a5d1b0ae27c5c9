import { shiftNode } from './access';
import type { Entry, FileSyntax, SyntaxProblem } from './entry';
import { holdsEntries } from './sections';
import type { MapNode, Pair } from './tree';

/** The same top-level key again: each later one, with the first. */
export interface DuplicateSection {
  readonly key: Pair['key'];
  readonly entry: Entry;
  readonly first: { readonly key: Pair['key']; readonly entry: Entry };
}

/** Top-level keys that stand in a file twice, in entries of their own. Within one entry, `duplicate-key` says it. */
export function duplicateSections(entries: readonly Entry[]): readonly DuplicateSection[] {
  const first = new Map<string, { readonly key: Pair['key']; readonly entry: Entry }>();
  const found: DuplicateSection[] = [];
  for (const entry of entries) {
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

/** Whether an entry is a line in the first column that leaves the section open in which it stands. */
export function isStray({ role, indent }: Entry): boolean {
  return role === 'head' && indent > 0;
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

/** The problems of entries, with the entry they stand in. */
export function syntaxProblems(
  entries: readonly Entry[],
): readonly { readonly entry: Entry; readonly problem: SyntaxProblem }[] {
  return entries.flatMap((entry) => entry.problems.map((problem) => ({ entry, problem })));
}
