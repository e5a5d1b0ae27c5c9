import type { Chunk, Entry, FileSyntax } from './entry';

/** What became of the entries of a file between two versions of it, told by which objects they are. */
export interface ChangedEntries {
  /** Entries of the former version that the later one does not hold, in their order. */
  readonly removed: readonly Entry[];
  /** Entries of the later version that the former one did not hold, in their order. */
  readonly added: readonly Entry[];
  /**
   * Entries of both that stand in another order among those of both, in the later order: about as few as tell it. The others
   * stand as they stood to each other.
   */
  readonly moved: readonly Entry[];
}

/** The difference of two versions of a file. The cost follows the chunks that only one of them holds. */
export function changedEntries(before: FileSyntax, after: FileSyntax): ChangedEntries {
  const stretches = stretchesOf(before.chunks, after.chunks);
  const former = new Map(stretches.flatMap(({ old }, at) => old.map((entry, position) => [entry, { at, position }] as const)));
  const kept = new Set<Entry>();
  const added: Entry[] = [];
  const moved: Entry[] = [];
  for (const [at, { now }] of stretches.entries()) {
    const own: Entry[] = [];
    for (const entry of now) {
      const spot = former.get(entry);
      if (spot === undefined) added.push(entry);
      else kept.add(entry);
      if (spot?.at === at) own.push(entry);
    }
    const inOrder = longestRise(own.map((entry) => former.get(entry)?.position ?? 0));
    const staying = new Set(own.filter((_, position) => inOrder.has(position)));
    moved.push(...now.filter((entry) => former.has(entry) && !staying.has(entry)));
  }
  return { removed: [...former.keys()].filter((entry) => !kept.has(entry)), added, moved };
}

/** The entries of both versions between two chunks that both hold, without those that are the same at its ends. */
interface Stretch {
  readonly old: readonly Entry[];
  readonly now: readonly Entry[];
}

/** Chunks that two versions share stand in the same order in both: an edit never moves one. */
function stretchesOf(before: readonly Chunk[], after: readonly Chunk[]): readonly Stretch[] {
  const inner = between(before, after);
  const shared = new Set(inner.old);
  const stretches: Stretch[] = [];
  let at = 0;
  let now: Chunk[] = [];
  const close = (until: number) => {
    const own = between(entriesIn(inner.old.slice(at, until)), entriesIn(now));
    if (own.old.length > 0 || own.now.length > 0) stretches.push(own);
    now = [];
    at = until + 1;
  };
  for (const chunk of inner.now) {
    const until = shared.has(chunk) ? inner.old.indexOf(chunk, at) : -1;
    if (until < 0) now.push(chunk);
    else close(until);
  }
  close(inner.old.length);
  return stretches;
}

function entriesIn(chunks: readonly Chunk[]): readonly Entry[] {
  return chunks.flatMap((chunk) => chunk.entries);
}

/** What two lists hold between that which is the same at their tops and at their bottoms. */
function between<T>(old: readonly T[], now: readonly T[]): { readonly old: readonly T[]; readonly now: readonly T[] } {
  const shorter = Math.min(old.length, now.length);
  let top = 0;
  while (top < shorter && old[top] === now[top]) top++;
  let bottom = 0;
  while (bottom < shorter - top && old[old.length - 1 - bottom] === now[now.length - 1 - bottom]) bottom++;
  return { old: old.slice(top, old.length - bottom), now: now.slice(top, now.length - bottom) };
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
