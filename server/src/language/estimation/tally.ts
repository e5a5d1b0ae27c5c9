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

/** Tallies of different respondents added up. */
export function addTallies(parts: readonly Tally[]): Tally {
  const counted = parts.filter((part) => part.n > 0);
  const [first] = counted;
  if (first === undefined) return nobody;
  if (counted.length === 1) return first;
  return {
    n: counted.reduce((total, part) => total + part.n, 0),
    weighted: counted.reduce((total, part) => total + part.weighted, 0),
    units: addUnits(counted.map((part) => part.units)),
    replicates: first.replicates.map((_, replicate) =>
      counted.reduce((total, part) => total + (part.replicates[replicate] ?? 0), 0),
    ),
  };
}

function addUnits(parts: readonly UnitSums[]): UnitSums {
  const leaves = Uint32Array.from([...new Set(parts.flatMap(({ leaf }) => [...leaf]))].sort((a, b) => a - b));
  const placeOf = new Map(Array.from(leaves, (leaf, place) => [leaf, place]));
  const sums = {
    leaf: leaves,
    n: new Float64Array(leaves.length),
    weighted: new Float64Array(leaves.length),
    squares: new Float64Array(leaves.length),
  };
  for (const part of parts) {
    for (const [at, leaf] of part.leaf.entries()) {
      const place = placeOf.get(leaf) ?? 0;
      sums.n[place] = (sums.n[place] ?? 0) + (part.n[at] ?? 0);
      sums.weighted[place] = (sums.weighted[place] ?? 0) + (part.weighted[at] ?? 0);
      sums.squares[place] = (sums.squares[place] ?? 0) + (part.squares[at] ?? 0);
    }
  }
  return sums;
}
