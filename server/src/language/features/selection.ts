import type { Expression } from '../expression/tree';
import { expressionsIn } from '../model/expression-sites';
import { readDeclarations } from '../model/read';
import { lengthOf } from '../syntax';
import { type Found, foundAt, foundByIndex, sumsOf } from '../syntax/chunks';
import type { Chunk, Entry, FileSyntax } from '../syntax/entry';
import type { ScalarNode, SyntaxNode } from '../syntax/tree';
import { remembered } from '../text/remember';
import { contains, type Span, shift } from '../text/span';
import type { Snapshot } from '../workspace';
import { insideBrackets } from './brackets';

/**
 * What a selection grows to from an offset, the smallest first: the word, in an expression each operation around it, the text
 * without and with its quotes, key and value together, the map or list, the entry, its section and the file. Each holds the
 * offset and the one before it, and is larger.
 */
export function selectionsAt(snapshot: Snapshot, file: string, offset: number): readonly Span[] {
  const syntax = snapshot.files.get(file);
  if (syntax === undefined) return [];
  const at = Math.min(Math.max(offset, 0), lengthOf(syntax));
  const found = foundAt(syntax, at);
  const inEntry = at - found.start;
  const own = [...wordsAt(found.entry, inEntry), ...commentAt(found.entry, inEntry), ...nodesAt(found.entry, inEntry)];
  const around = [...own, ...expressionsAt(found.entry, inEntry)].map((span) => shift(span, found.start));
  return growing([...around, sectionSpan(syntax, found), { start: 0, end: lengthOf(syntax) }], at);
}

/** Those that hold the offset and each other, from the smallest to the largest. */
function growing(spans: readonly Span[], offset: number): readonly Span[] {
  const chain: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = chain.at(-1) ?? { start: offset, end: offset };
    const holds = span.start <= last.start && last.end <= span.end;
    if (holds && span.end - span.start > last.end - last.start) chain.push(span);
  }
  return chain;
}

function wordsAt({ text }: Entry, offset: number): readonly Span[] {
  const isPart = (at: number) => /[\p{L}\p{N}_]/u.test(text.charAt(at));
  let [start, end] = [offset, offset];
  while (start > 0 && isPart(start - 1)) start--;
  while (end < text.length && isPart(end)) end++;
  return end > start ? [{ start, end }] : [];
}

function commentAt({ comments }: Entry, offset: number): readonly Span[] {
  return comments.filter((span) => contains(span, offset));
}

function nodesAt({ root }: Entry, offset: number): readonly Span[] {
  const spans: Span[] = [];
  const visit = (node: SyntaxNode): void => {
    if (!contains(node.span, offset)) return;
    spans.push(node.span);
    if (node.kind === 'scalar') spans.push(...insideQuotes(node));
    else if (node.kind !== 'empty' && node.flow) spans.push(insideBrackets(node));
    if (node.kind === 'list') for (const item of node.items) visit(item);
    if (node.kind !== 'map') return;
    for (const { key, value, span } of node.pairs) {
      if (!contains(span, offset)) continue;
      spans.push(span);
      visit(key);
      visit(value);
    }
  };
  visit(root);
  return spans;
}

function insideQuotes({ style, span }: ScalarNode): readonly Span[] {
  return style === 'single' || style === 'double' ? [{ start: span.start + 1, end: span.end - 1 }] : [];
}

/** The operations around an offset, and the whole expression. */
function expressionsAt(entry: Entry, offset: number): readonly Span[] {
  return readDeclarations(entry)
    .declarations.flatMap(expressionsIn)
    .filter(({ text }) => contains(text.place.span, offset))
    .flatMap(({ text }) => [text.place.span, ...subtrees(text.parsed.tree).map((span) => text.toPlace(span).span)]);
}

function subtrees(tree: Expression): readonly Span[] {
  return [tree.span, ...partsOf(tree).flatMap(subtrees)];
}

function partsOf(tree: Expression): readonly Expression[] {
  switch (tree.kind) {
    case 'number':
    case 'text':
    case 'yes_no':
    case 'name':
      return [];
    case 'unary':
      return [tree.operand];
    case 'binary':
      return [tree.left, tree.right];
    case 'membership':
      return [tree.operand, ...tree.options];
    case 'call':
      return tree.arguments;
    case 'hole':
      return tree.parts;
  }
}

/** From the key above an entry to the end of the last entry below it. Costs as much as there are chunks, not entries. */
function sectionSpan(file: FileSyntax, { index, entry, start }: Found): Span {
  const own = shift(entry.root.span, start);
  const first = entry.role === 'member' ? lastHead(file, index) : index;
  const next = nextHead(file, index);
  const head = first < 0 ? undefined : foundByIndex(file, first);
  const last = foundByIndex(file, next - 1);
  return {
    start: head === undefined ? own.start : head.start + head.entry.root.span.start,
    end: Math.max(own.end, last.start + last.entry.root.span.end),
  };
}

/** Positions in a chunk of what is no member of a section. */
const headsIn = remembered(({ entries }: Chunk) => entries.flatMap(({ role }, at) => (role === 'member' ? [] : [at])));

/** The position of the last head before an entry, -1 for none. */
function lastHead(file: FileSyntax, before: number): number {
  const { counts } = sumsOf(file);
  let found = -1;
  for (const [at, chunk] of file.chunks.entries()) {
    const first = counts[at] ?? 0;
    if (first >= before) break;
    for (const head of headsIn(chunk)) if (first + head < before) found = first + head;
  }
  return found;
}

/** The position of the first head behind an entry, or the number of entries. */
function nextHead(file: FileSyntax, after: number): number {
  const { counts, count } = sumsOf(file);
  for (const [at, chunk] of file.chunks.entries()) {
    const first = counts[at] ?? 0;
    if (first + chunk.entries.length <= after) continue;
    const head = headsIn(chunk).find((one) => first + one > after);
    if (head !== undefined) return first + head;
  }
  return count;
}
