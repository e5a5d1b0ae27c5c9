import type { Entry, FileSyntax } from './entry';

/** What became of the entries of a file between two versions of it, told by which objects they are. */
export interface ChangedEntries {
  /** Entries of the former version that the later one does not hold, in their order. */
  readonly removed: readonly Entry[];
  /** Entries of the later version that the former one did not hold, in their order. */
  readonly added: readonly Entry[];
  /**
   * Entries of both that stand in another order among those of both: as few as tell it, in the later order. The others stand
   * as they stood to each other.
   */
  readonly moved: readonly Entry[];
}

/** The difference of two versions of a file. The cost follows what lies between the first and the last change. */
export function changedEntries(before: FileSyntax, after: FileSyntax): ChangedEntries {
  const [old, now] = [entriesIn(before), entriesIn(after)];
  const shorter = Math.min(old.length, now.length);
  let top = 0;
  while (top < shorter && old[top] === now[top]) top++;
  let bottom = 0;
  while (bottom < shorter - top && old[old.length - 1 - bottom] === now[now.length - 1 - bottom]) bottom++;
  return difference(old.slice(top, old.length - bottom), now.slice(top, now.length - bottom));
}

function entriesIn(file: FileSyntax): readonly Entry[] {
  return file.entries.map(({ entry }) => entry);
}

function difference(old: readonly Entry[], now: readonly Entry[]): ChangedEntries {
  const order = new Map(old.map((entry, at) => [entry, at]));
  const kept = now.filter((entry) => order.has(entry));
  const there = new Set(kept);
  const inOrder = longestRise(kept.map((entry) => order.get(entry) ?? 0));
  return {
    removed: old.filter((entry) => !there.has(entry)),
    added: now.filter((entry) => !order.has(entry)),
    moved: kept.filter((_, at) => !inOrder.has(at)),
  };
}

/** The positions of as many numbers as rise from one to the next. No number stands twice. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  /** For each length, the position at which a rise of that length ends lowest. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? ends[low - 1] : undefined);
    ends[low] = at;
  }
  const positions = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) positions.add(at);
  return positions;
}
