import { entryAt } from '../syntax';
import type { FileSyntax, PlacedEntry } from '../syntax/entry';
import type { Span } from '../text/span';

/** The entries of a file that a range touches. Costs as much as there are such entries. */
export function entriesIn(file: FileSyntax, { start, end }: Span): readonly PlacedEntry[] {
  const found: PlacedEntry[] = [];
  let placed = entryAt(file, Math.max(0, start - 1));
  for (;;) {
    found.push(placed);
    const next = placed.start + placed.entry.text.length;
    if (next > end) return found;
    const following = entryAt(file, next);
    if (following.entry === placed.entry) return found;
    placed = following;
  }
}
