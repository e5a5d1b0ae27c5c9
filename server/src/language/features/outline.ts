import { holdsEntries, mapPair, scalarText } from '../syntax';
import type { Entry } from '../syntax/entry';
import type { Pair, SyntaxNode } from '../syntax/tree';
import { remembered, rememberedByText } from '../text/remember';
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
  const [language = ''] = codebookOf(snapshot, file)?.languages ?? [];
  const tops: { readonly node: OutlineNode; readonly members: OutlineNode[] }[] = [];
  for (const { entry, start } of snapshot.files.get(file)?.entries ?? []) {
    for (const node of nodesIn(entry)(language)) {
      if (entry.role === 'member') tops.at(-1)?.members.push(shifted(node, start));
      else tops.push({ node: shifted(node, start), members: [] });
    }
  }
  return tops.map(({ node, members }) => withMembers(node, members));
}

/** The nodes of an entry, in offsets of the entry, by the language of the labels. */
const nodesIn = remembered((entry: Entry) =>
  rememberedByText((language): readonly OutlineNode[] =>
    entry.root.pairs.map((pair) =>
      entry.role === 'member' ? entryNode(entry.section, pair, language) : topLevel(pair, language),
    ),
  ),
);

function shifted(node: OutlineNode, by: number): OutlineNode {
  return {
    name: node.name,
    detail: node.detail,
    kind: node.kind,
    span: shift(node.span, by),
    nameSpan: shift(node.nameSpan, by),
    children: node.children.map((child) => shifted(child, by)),
  };
}

/** Entries by themselves belong to the section above them, which then reaches as far as the last of them. */
function withMembers(section: OutlineNode, members: readonly OutlineNode[]): OutlineNode {
  const end = members.at(-1)?.span.end ?? section.span.end;
  return { ...section, span: { start: section.span.start, end }, children: [...section.children, ...members] };
}

function topLevel(pair: Pair, language: string): OutlineNode {
  const { key, value } = pair;
  if (!holdsEntries(key.text)) return node(pair, 'property', labelOf(value, language), []);
  const inBraces = value.kind === 'map' ? value.pairs : [];
  return node(
    pair,
    'section',
    '',
    inBraces.map((member) => entryNode(key.text, member, language)),
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

function entryNode(section: string, pair: Pair, language: string): OutlineNode {
  const kind = kinds[section] ?? 'question';
  const hasParts = section === 'scales' || section === 'questions' || section === 'derived';
  const children = hasParts ? partsOf(pair.value, language) : [];
  const detail = [labelOf(pair.value, language), scalarText(mapPair(pair.value, 'stage')?.value) ?? ''];
  return node(pair, kind, detail.filter((part) => part !== '').join(' · '), children);
}

const parts: readonly { readonly key: string; readonly kind: OutlineKind }[] = [
  { key: 'items', kind: 'item' },
  { key: 'options', kind: 'item' },
  { key: 'categories', kind: 'category' },
  { key: 'missing', kind: 'missing' },
  { key: 'groups', kind: 'group' },
];

function partsOf(body: SyntaxNode, language: string): readonly OutlineNode[] {
  const own = parts.flatMap(({ key, kind }) => {
    const value = mapPair(body, key)?.value;
    return value?.kind === 'map' ? value.pairs.map((pair) => node(pair, kind, labelOf(pair.value, language), [])) : [];
  });
  const scale = mapPair(body, 'scale')?.value;
  return scale?.kind === 'map' ? [...own, ...partsOf(scale, language)] : own;
}

function node(pair: Pair, kind: OutlineNode['kind'], detail: string, children: readonly OutlineNode[]): OutlineNode {
  return { name: pair.key.text, detail, kind, span: pair.span, nameSpan: pair.key.span, children };
}

/** The label of an entry, or a text that stands for one, in the codebook's first language. */
function labelOf(value: SyntaxNode, language: string): string {
  if (value.kind !== 'map') return oneLine(scalarText(value) ?? '');
  const text = mapPair(value, 'label')?.value ?? mapPair(value, 'text')?.value;
  if (text !== undefined) return labelOf(text, language);
  return oneLine(scalarText(mapPair(value, language)?.value) ?? '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
