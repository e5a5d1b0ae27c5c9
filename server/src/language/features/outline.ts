import { headPairs, holdsEntries, mapPair, memberPairs, scalarText } from '../syntax';
import type { PlacedEntry } from '../syntax/entry';
import type { Pair, SyntaxNode } from '../syntax/tree';
import { type Span, shift } from '../text/span';
import { codebookOf, type Snapshot } from '../workspace';

export interface OutlineNode {
  readonly name: string;
  /** Its label, or what a top-level key says. */
  readonly detail: string;
  readonly kind: 'section' | 'property' | OutlineKind;
  /** The whole declaration. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineNode[];
}

type OutlineKind =
  | 'frame'
  | 'stage'
  | 'scale'
  | 'question'
  | 'derived'
  | 'indicator'
  | 'figure'
  | 'test'
  | 'item'
  | 'category'
  | 'missing'
  | 'group';

/** Sections, their entries, and the items and answers of those, with labels; from the tree alone, so also in broken text. */
export function outlineOf(snapshot: Snapshot, file: string): readonly OutlineNode[] {
  const languages = codebookOf(snapshot, file)?.languages ?? [];
  const nodes: OutlineNode[] = [];
  for (const placed of snapshot.files.get(file)?.entries ?? []) {
    for (const pair of headPairs(placed.entry)) nodes.push(topLevel(placed, pair, languages));
    const members = memberPairs(placed.entry).map(({ section, pair }) => entryNode(placed, section, pair, languages));
    const section = nodes.pop();
    if (section !== undefined) nodes.push(members.length === 0 ? section : withMembers(nodes, section, placed, members));
  }
  return nodes;
}

/** A file that can't be split holds several sections in one entry: each member goes to the section it stands in. */
function withMembers(
  nodes: OutlineNode[],
  last: OutlineNode,
  { entry }: PlacedEntry,
  members: readonly OutlineNode[],
): OutlineNode {
  const isIn = (section: OutlineNode, node: OutlineNode) =>
    section.kind === 'section' && section.span.start <= node.span.start && node.span.end <= section.span.end;
  if (entry.role === 'member') return extended(last, members);
  nodes.splice(
    0,
    nodes.length,
    ...nodes.map((node) =>
      extended(
        node,
        members.filter((member) => isIn(node, member)),
      ),
    ),
  );
  return extended(
    last,
    members.filter((member) => isIn(last, member)),
  );
}

function extended(section: OutlineNode, members: readonly OutlineNode[]): OutlineNode {
  const end = Math.max(section.span.end, ...members.map((member) => member.span.end));
  return { ...section, span: { start: section.span.start, end }, children: [...section.children, ...members] };
}

function topLevel(placed: PlacedEntry, pair: Pair, languages: readonly string[]): OutlineNode {
  const isSection = holdsEntries(pair.key.text);
  const detail = isSection ? '' : labelOf(pair.value, languages);
  return node(placed, pair, isSection ? 'section' : 'property', detail, []);
}

const kinds: Readonly<Record<string, OutlineKind>> = {
  frames: 'frame',
  stages: 'stage',
  scales: 'scale',
  questions: 'question',
  derived: 'derived',
  indicators: 'indicator',
  figures: 'figure',
  tests: 'test',
};

function entryNode(placed: PlacedEntry, section: string, pair: Pair, languages: readonly string[]): OutlineNode {
  const kind = kinds[section] ?? 'question';
  const hasParts = section === 'scales' || section === 'questions' || section === 'derived';
  const children = hasParts ? partsOf(placed, pair.value, languages) : [];
  return node(placed, pair, kind, labelOf(pair.value, languages), children);
}

const parts: readonly { readonly key: string; readonly kind: OutlineKind }[] = [
  { key: 'items', kind: 'item' },
  { key: 'options', kind: 'item' },
  { key: 'categories', kind: 'category' },
  { key: 'missing', kind: 'missing' },
  { key: 'groups', kind: 'group' },
];

function partsOf(placed: PlacedEntry, body: SyntaxNode, languages: readonly string[]): readonly OutlineNode[] {
  const own = parts.flatMap(({ key, kind }) => {
    const value = mapPair(body, key)?.value;
    return value?.kind === 'map' ? value.pairs.map((pair) => node(placed, pair, kind, labelOf(pair.value, languages), [])) : [];
  });
  const scale = mapPair(body, 'scale')?.value;
  return scale?.kind === 'map' ? [...own, ...partsOf(placed, scale, languages)] : own;
}

function node(
  { start }: PlacedEntry,
  pair: Pair,
  kind: OutlineNode['kind'],
  detail: string,
  children: readonly OutlineNode[],
): OutlineNode {
  return { name: pair.key.text, detail, kind, span: shift(pair.span, start), nameSpan: shift(pair.key.span, start), children };
}

/** The label of an entry, or a text that stands for one, in the codebook's first language. */
function labelOf(value: SyntaxNode, languages: readonly string[]): string {
  if (value.kind !== 'map') return oneLine(scalarText(value) ?? '');
  const [language = ''] = languages;
  const text = mapPair(value, 'label')?.value ?? mapPair(value, 'text')?.value;
  if (text !== undefined) return labelOf(text, languages);
  return oneLine(scalarText(mapPair(value, language)?.value) ?? '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
