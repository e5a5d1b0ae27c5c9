import { holdsEntries, mapPair, scalarText } from '../syntax';
import type { PlacedEntry } from '../syntax/entry';
import type { Pair, SyntaxNode } from '../syntax/tree';
import { type Span, shift } from '../text/span';
import { codebookOf, type Snapshot } from '../workspace';

export interface OutlineNode {
  readonly name: string;
  /** Its label and its stage, or what a top-level key says. */
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
  const tops: { readonly node: OutlineNode; readonly members: OutlineNode[] }[] = [];
  for (const placed of snapshot.files.get(file)?.entries ?? []) {
    const { role, section, root } = placed.entry;
    for (const pair of root.pairs) {
      if (role === 'member') tops.at(-1)?.members.push(entryNode(placed, section, pair, languages));
      else tops.push({ node: topLevel(placed, pair, languages), members: [] });
    }
  }
  return tops.map(({ node, members }) => withMembers(node, members));
}

/** Entries by themselves belong to the section above them, which then reaches as far as the last of them. */
function withMembers(section: OutlineNode, members: readonly OutlineNode[]): OutlineNode {
  const end = members.at(-1)?.span.end ?? section.span.end;
  return { ...section, span: { start: section.span.start, end }, children: [...section.children, ...members] };
}

function topLevel(placed: PlacedEntry, pair: Pair, languages: readonly string[]): OutlineNode {
  const { key, value } = pair;
  if (!holdsEntries(key.text)) return node(placed, pair, 'property', labelOf(value, languages), []);
  const inBraces = value.kind === 'map' ? value.pairs : [];
  return node(
    placed,
    pair,
    'section',
    '',
    inBraces.map((member) => entryNode(placed, key.text, member, languages)),
  );
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
  const detail = [labelOf(pair.value, languages), scalarText(mapPair(pair.value, 'stage')?.value) ?? ''];
  return node(placed, pair, kind, detail.filter((part) => part !== '').join(' · '), children);
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
