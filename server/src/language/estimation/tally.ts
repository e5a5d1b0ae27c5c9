/** Unweighted and weighted number of respondents. Without a weight both are equal. */
export interface Count {
  readonly n: number;
  readonly weighted: number;
}

/** The respondents of one cell with one value, or of several added up. */
export interface Tally extends Count {
  /** By leaf of the sample, for linearised samples. */
  readonly units: UnitSums;
  /** The weighted number with each replicate weight, for replicate samples; else empty. */
  readonly replicates: Float64Array;
}

/** Sums by leaf of a linearised sample, one place for each leaf that has a respondent of positive weight, leaves ascending. */
export interface UnitSums {
  readonly leaf: Uint32Array;
  /** Respondents of positive weight. */
  readonly n: Float64Array;
  readonly weighted: Float64Array;
  /** Sum of squared weights. */
  readonly squares: Float64Array;
}

const noNumbers = new Float64Array(0);

export const nobody: Tally = {
  n: 0,
  weighted: 0,
  units: { leaf: new Uint32Array(0), n: noNumbers, weighted: noNumbers, squares: noNumbers },
  replicates: noNumbers,
};

/** Tallies of different respondents added up. What only variances need is added when somebody asks for it. */
export function addTallies(parts: readonly Tally[]): Tally {
  const counted = parts.filter((part) => part.n > 0);
  const [first] = counted;
  if (first === undefined) return nobody;
  if (counted.length === 1) return first;
  return lazyTally(
    {},
    {
      n: counted.reduce((total, part) => total + part.n, 0),
      weighted: counted.reduce((total, part) => total + part.weighted, 0),
      units: () => addUnits(counted.map((part) => part.units)),
      replicates: () => addReplicates(counted.map((part) => part.replicates)),
    },
  );
}

/** What a tally is made of; what only variances need is made when it is first read. */
export interface TallySource extends Count {
  readonly units: () => UnitSums;
  readonly replicates: () => Float64Array;
}

/** A tally under a key of its own: the values or the missing kind that it is of. */
export function lazyTally<Key extends object>(key: Key, source: TallySource): Key & Tally {
  let units: UnitSums | undefined;
  let replicates: Float64Array | undefined;
  return {
    ...key,
    n: source.n,
    weighted: source.weighted,
    get units() {
      units ??= source.units();
      return units;
    },
    get replicates() {
      replicates ??= source.replicates();
      return replicates;
    },
  };
}

function addReplicates(parts: readonly Float64Array[]): Float64Array {
  const [first = noNumbers] = parts;
  return first.map((_, replicate) => parts.reduce((total, part) => total + (part[replicate] ?? 0), 0));
}

/** Up to so many leaves for each sum that is there, all of them are gone through: quicker than to meet in order. */
const mostEmptyLeaves = 4;

function addUnits(parts: readonly UnitSums[]): UnitSums {
  const leaves = parts.reduce((most, { leaf }) => Math.max(most, (leaf.at(-1) ?? -1) + 1), 0);
  const sums = parts.reduce((total, { leaf }) => total + leaf.length, 0);
  if (leaves <= sums * mostEmptyLeaves) return addByLeaf(parts, leaves);
  const [first = nobody.units, ...others] = parts;
  return others.reduce(addTwo, first);
}

function addByLeaf(parts: readonly UnitSums[], leaves: number): UnitSums {
  const sums = { n: new Float64Array(leaves), weighted: new Float64Array(leaves), squares: new Float64Array(leaves) };
  for (const part of parts) for (let at = 0; at < part.leaf.length; at += 1) addAt(sums, part.leaf[at] ?? 0, part, at);
  // Whoever is there has a weight above 0.
  const there: number[] = [];
  for (let leaf = 0; leaf < leaves; leaf += 1) if ((sums.n[leaf] ?? 0) > 0) there.push(leaf);
  if (there.length === leaves) return { leaf: Uint32Array.from(there), ...sums };
  const kept = (all: Float64Array): Float64Array => Float64Array.from(there, (leaf) => all[leaf] ?? 0);
  return { leaf: Uint32Array.from(there), n: kept(sums.n), weighted: kept(sums.weighted), squares: kept(sums.squares) };
}

/** Leaves ascend in both, so that they are met in order. */
function addTwo(one: UnitSums, other: UnitSums): UnitSums {
  const longest = one.leaf.length + other.leaf.length;
  const leaf = new Uint32Array(longest);
  const sums = { n: new Float64Array(longest), weighted: new Float64Array(longest), squares: new Float64Array(longest) };
  let length = 0;
  for (let at = 0, otherAt = 0; at < one.leaf.length || otherAt < other.leaf.length; length += 1) {
    const here = one.leaf[at] ?? Number.POSITIVE_INFINITY;
    const there = other.leaf[otherAt] ?? Number.POSITIVE_INFINITY;
    leaf[length] = Math.min(here, there);
    if (here <= there) addAt(sums, length, one, at);
    if (there <= here) addAt(sums, length, other, otherAt);
    if (here <= there) at += 1;
    if (there <= here) otherAt += 1;
  }
  return {
    leaf: leaf.slice(0, length),
    n: sums.n.slice(0, length),
    weighted: sums.weighted.slice(0, length),
    squares: sums.squares.slice(0, length),
  };
}

function addAt(sums: Omit<UnitSums, 'leaf'>, place: number, of: UnitSums, at: number): void {
  sums.n[place] = (sums.n[place] ?? 0) + (of.n[at] ?? 0);
  sums.weighted[place] = (sums.weighted[place] ?? 0) + (of.weighted[at] ?? 0);
  sums.squares[place] = (sums.squares[place] ?? 0) + (of.squares[at] ?? 0);
}
