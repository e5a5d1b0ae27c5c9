import type { Entry } from '../syntax/entry';
import type { ListNode, MapNode, Pair, SyntaxNode } from '../syntax/tree';
import { lineEndAfter, lineStartBefore } from '../text/lines';
import { remembered } from '../text/remember';
import { type Span, shift } from '../text/span';
import type { Snapshot } from '../workspace';
import { insideBrackets } from './brackets';

export interface Fold {
  /** `block`: what an entry is made of; `region`: between two marks. */
  readonly kind: 'block' | 'comment' | 'imports' | 'region';
  /** What is hidden: from the end of the line that stays, or from behind its bracket. It reaches over a line end. */
  readonly span: Span;
  /** How deep it lies: 0 for a section, 1 for its entries. */
  readonly level: number;
}

/**
 * What can be folded, in the order of the text: sections, entries, whatever in them has several lines, comments of several lines,
 * imports, and what stands between `# region` and `# endregion`. From the tree alone, so also in broken text.
 */
export function foldsOf(snapshot: Snapshot, file: string): readonly Fold[] {
  const folds: Fold[] = [];
  let section: { readonly from: number; end: number } | undefined;
  const close = () => {
    if (section !== undefined && section.end > section.from)
      folds.push({ kind: 'block', span: { start: section.from, end: section.end }, level: 0 });
    section = undefined;
  };
  const regions: number[] = [];
  for (const { entry, start } of snapshot.files.get(file)?.entries ?? []) {
    if (entry.role !== 'member') {
      close();
      section = { from: start + firstLineEnd(entry), end: 0 };
    } else if (section !== undefined && entry.root.pairs.length > 0) section.end = start + entry.root.span.end;
    for (const { kind, span, level } of foldsIn(entry)) folds.push({ kind, span: shift(span, start), level });
    for (const { opens, span } of regionMarks(entry)) {
      const from = opens ? undefined : regions.pop();
      if (opens) regions.push(start + span.end);
      else if (from !== undefined) folds.push({ kind: 'region', span: { start: from, end: start + span.end }, level: 0 });
    }
  }
  close();
  return folds.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Of the line with a section's key. */
function firstLineEnd({ text, root }: Entry): number {
  return lineEndAfter(text, root.pairs[0]?.key.span.end ?? 0);
}

const foldsIn: (entry: Entry) => readonly Fold[] = remembered((entry) => {
  const spans = spansOf(entry.text, entry.root, entry.role === 'member' ? 1 : 0);
  const imports = entry.role === 'head' && entry.root.pairs[0]?.key.text === 'import';
  return [
    ...spans.map((fold, at): Fold => (imports && at === 0 ? { ...fold, kind: 'imports' } : fold)),
    ...commentBlocks(entry).map((span): Fold => ({ kind: 'comment', span, level: 1 })),
  ];
});

function spansOf(text: string, node: SyntaxNode, level: number): readonly Fold[] {
  if (node.kind === 'map') {
    const own = node.flow ? bracketFold(text, node, level) : [];
    return [...own, ...node.pairs.flatMap((pair) => pairFolds(text, pair, node.flow ? level + 1 : level))];
  }
  if (node.kind === 'list') {
    const own = node.flow ? bracketFold(text, node, level) : [];
    return [...own, ...node.items.flatMap((item) => itemFolds(text, node, item, level))];
  }
  return [];
}

function pairFolds(text: string, { key, value }: Pair, level: number): readonly Fold[] {
  const own = inBrackets(value) ? [] : foldBetween(text, lineEndAfter(text, key.span.end), value.span.end, level);
  return [...own, ...spansOf(text, value, inBrackets(value) ? level : level + 1)];
}

function itemFolds(text: string, list: ListNode, item: SyntaxNode, level: number): readonly Fold[] {
  const isOfLines = !list.flow && !inBrackets(item) && item.kind !== 'empty';
  const own = isOfLines ? foldBetween(text, lineEndAfter(text, item.span.start), item.span.end, level) : [];
  return [...own, ...spansOf(text, item, level + 1)];
}

function inBrackets(node: SyntaxNode): node is MapNode | ListNode {
  return (node.kind === 'map' || node.kind === 'list') && node.flow;
}

/** What stands in brackets, without the blanks above a closing one that begins a line. */
function bracketFold(text: string, node: MapNode | ListNode, level: number): readonly Fold[] {
  const { start, end } = insideBrackets(node);
  const lineStart = lineStartBefore(text, end);
  const begins = /^[ \t]*$/.test(text.slice(lineStart, end));
  return foldBetween(text, start, begins ? text.slice(0, lineStart).trimEnd().length : end, level);
}

function foldBetween(text: string, start: number, end: number, level: number): readonly Fold[] {
  return /[\r\n]/.test(text.slice(start, end)) ? [{ kind: 'block', span: { start, end }, level }] : [];
}

/** Comments on lines of their own that follow each other without a blank line. */
function commentBlocks({ text, comments }: Entry): readonly Span[] {
  const blocks: Span[] = [];
  let open: Span | undefined;
  for (const span of comments) {
    const isAlone = /^\uFEFF?[ \t]*$/.test(text.slice(lineStartBefore(text, span.start), span.start));
    if (!isAlone) continue;
    const follows = open !== undefined && /^[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(text.slice(open.end, span.start));
    if (open !== undefined && follows) {
      blocks.pop();
      open = { start: open.start, end: span.end };
      blocks.push(open);
    } else {
      open = { start: lineEndAfter(text, span.start), end: span.end };
      blocks.push(open);
    }
  }
  return blocks.filter(({ start, end }) => end > start);
}

interface RegionMark {
  readonly opens: boolean;
  readonly span: Span;
}

const regionMarks: (entry: Entry) => readonly RegionMark[] = remembered(({ text, comments }) =>
  comments.flatMap((span) => {
    const mark = /^#\s*(end)?region\b/.exec(text.slice(span.start, span.end));
    return mark === null ? [] : [{ opens: mark[1] === undefined, span }];
  }),
);
