import type { Entry } from '../../syntax/entry';
import { parseEntry } from '../../syntax/parse';
import type { ScalarNode, SyntaxNode } from '../../syntax/tree';
import type { Span } from '../../text/span';

/**
 * Whether a text says the same as an entry: the same tree but for its places, and the same comments.
 * @param column where the entry's key stands in the text
 * @param instead what some scalars say in the text, by their start in the entry
 */
export function saysTheSame(entry: Entry, text: string, column: number, instead: ReadonlyMap<number, string>): boolean {
  const { root, problems, comments } = parseEntry(text, entry.role, column);
  if (problems.length > 0 || comments.length !== entry.comments.length) return false;
  const hasSameComments = comments.every((span, at) => {
    const before = entry.comments[at];
    return before !== undefined && trimmed(text, span) === trimmed(entry.text, before);
  });
  return hasSameComments && isAlike(entry.root, root, instead);
}

function trimmed(text: string, { start, end }: Span): string {
  return text.slice(start, end).trimEnd();
}

function isAlike(before: SyntaxNode, after: SyntaxNode, instead: ReadonlyMap<number, string>): boolean {
  if (before.kind === 'scalar') return after.kind === 'scalar' && isSameScalar(before, after, instead);
  if (before.kind === 'list') {
    if (after.kind !== 'list' || after.flow !== before.flow || after.items.length !== before.items.length) return false;
    return everyPair(before.items, after.items, (a, b) => isAlike(a, b, instead));
  }
  if (before.kind === 'map') {
    if (after.kind !== 'map' || after.flow !== before.flow || after.pairs.length !== before.pairs.length) return false;
    return everyPair(before.pairs, after.pairs, (a, b) => isAlike(a.key, b.key, instead) && isAlike(a.value, b.value, instead));
  }
  return after.kind === 'empty';
}

function isSameScalar(before: ScalarNode, after: ScalarNode, instead: ReadonlyMap<number, string>): boolean {
  const said = instead.get(before.span.start);
  if (before.style !== after.style) return false;
  return said === undefined ? after.text === before.text : after.text.trimEnd() === said;
}

function everyPair<T>(some: readonly T[], others: readonly T[], holds: (one: T, other: T) => boolean): boolean {
  return some.every((one, at) => {
    const other = others[at];
    return other !== undefined && holds(one, other);
  });
}
