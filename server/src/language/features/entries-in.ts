import type { FileSyntax, PlacedEntry } from '../syntax/entry';
import type { Span } from '../text/span';

/** The entries of a file that a range touches. Costs as much as there are such entries. */
export function entriesIn({ entries }: FileSyntax, { start, end }: Span): readonly PlacedEntry[] {
  const first = Math.max(0, firstBehind(entries, start) - 1);
  return entries.slice(first, Math.max(firstBehind(entries, end), first + 1));
}

/** The index of the first entry that starts behind an offset. */
function firstBehind(entries: readonly PlacedEntry[], offset: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.start ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
