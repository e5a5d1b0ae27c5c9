import type { Sample } from './sample';
import type { Tally } from './tally';

/**
 * A number estimated from tallies, with what its variance needs. For samples that are linearised that is `influence`: each
 * respondent of a part's tally moves the number by z = coefficient × weight (Taylor linearisation, as in R `survey`). The
 * tallies of one table are told apart by identity: two tallies are the same respondents, or have none in common.
 */
export interface Estimated {
  readonly value: number;
  /** Every tally of the domain once, those with coefficient 0 too: their sampling units count. */
  readonly influence: readonly Part[];
  /** The number with each replicate weight, NaN where that gives none; empty where there are no replicate weights. */
  readonly replicates: Float64Array;
  /** The exact ratio, where both sums are whole numbers, as with weights of 1. Rounding uses it. */
  readonly ratio?: { readonly numerator: number; readonly denominator: number };
}

export interface Part {
  readonly tally: Tally;
  readonly coefficient: number;
}

/** What one tally adds to a cell: `a` to the numerator and `b` to the denominator, for each respondent. */
export interface Contribution {
  readonly tally: Tally;
  readonly a: number;
  readonly b: number;
}

/**
 * A share, mean or ratio: weighted numerator over weighted denominator (R `svymean`, `svyratio`). The contributions are the
 * whole domain. `undefined` where the denominator is 0.
 */
export function ratioOf(sample: Sample, contributions: readonly Contribution[]): Estimated | undefined {
  const numerator = weightedSum(contributions, ({ a }) => a);
  const denominator = weightedSum(contributions, ({ b }) => b);
  if (denominator === 0) return undefined;
  const value = numerator / denominator;
  return {
    value,
    influence: merged(contributions.map(({ tally, a, b }) => ({ tally, coefficient: (a - value * b) / denominator }))),
    replicates: replicatesOf(sample, contributions, (top, bottom) => (bottom === 0 ? Number.NaN : top / bottom)),
    ...exactly(numerator, denominator),
  };
}

/** A total in the population: the weighted sum of `a` (R `svytotal`). `undefined` where there are no respondents. */
export function totalOf(sample: Sample, contributions: readonly Contribution[]): Estimated | undefined {
  if (contributions.every(({ tally }) => tally.n === 0)) return undefined;
  const value = weightedSum(contributions, ({ a }) => a);
  return {
    value,
    influence: merged(contributions.map(({ tally, a }) => ({ tally, coefficient: a }))),
    replicates: replicatesOf(sample, contributions, (top) => top),
    ...exactly(value, 1),
  };
}

export interface Term {
  readonly estimated: Estimated;
  readonly coefficient: number;
}

/** The sum of the terms, such as a difference (R `svycontrast`). What they have in common counts once, as covariance. */
export function combine(terms: readonly Term[]): Estimated {
  const [first] = terms;
  const sumOf = (numberIn: (estimated: Estimated) => number): number =>
    terms.reduce((total, { estimated, coefficient }) => total + coefficient * numberIn(estimated), 0);
  const parts = terms.flatMap((term) =>
    term.estimated.influence.map(({ tally, coefficient }) => ({ tally, coefficient: term.coefficient * coefficient })),
  );
  return {
    value: sumOf(({ value }) => value),
    influence: merged(parts),
    replicates: (first?.estimated.replicates ?? new Float64Array(0)).map((_, at) =>
      sumOf(({ replicates }) => replicates[at] ?? Number.NaN),
    ),
  };
}

/** Each tally once. */
export function merged(parts: readonly Part[]): readonly Part[] {
  const coefficients = new Map<Tally, number>();
  for (const { tally, coefficient } of parts) coefficients.set(tally, (coefficients.get(tally) ?? 0) + coefficient);
  return Array.from(coefficients, ([tally, coefficient]) => ({ tally, coefficient }));
}

function weightedSum(contributions: readonly Contribution[], each: (one: Contribution) => number): number {
  return contributions.reduce((total, one) => total + one.tally.weighted * each(one), 0);
}

function replicatesOf(
  sample: Sample,
  contributions: readonly Contribution[],
  number: (numerator: number, denominator: number) => number,
): Float64Array {
  const length = sample.kind === 'replicates' ? sample.replicates : 0;
  const tops = new Float64Array(length);
  const bottoms = new Float64Array(length);
  for (const { tally, a, b } of contributions) {
    for (let at = 0; at < length; at += 1) {
      const weighted = tally.replicates[at] ?? 0;
      tops[at] = (tops[at] ?? 0) + a * weighted;
      bottoms[at] = (bottoms[at] ?? 0) + b * weighted;
    }
  }
  return tops.map((top, at) => number(top, bottoms[at] ?? 0));
}

function exactly(numerator: number, denominator: number): Pick<Estimated, 'ratio'> {
  const isExact = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  return isExact ? { ratio: { numerator, denominator } } : {};
}
