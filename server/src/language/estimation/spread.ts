import type { Estimated } from './estimated';
import type { Tally } from './tally';

/** What each leaf of a sample moves an estimate by. */
export interface Spread {
  /** By leaf: the sum of z over its respondents. */
  readonly sums: Float64Array;
  readonly coefficients: ReadonlyMap<Tally, number>;
}

export function spreadOf(leaves: number, estimated: Estimated): Spread {
  const sums = new Float64Array(leaves);
  const coefficients = new Map<Tally, number>();
  for (const { tally, coefficient } of estimated.influence) {
    coefficients.set(tally, (coefficients.get(tally) ?? 0) + coefficient);
    const { leaf, weighted } = tally.units;
    for (let at = 0; at < leaf.length; at += 1) {
      const place = leaf[at] ?? 0;
      sums[place] = (sums[place] ?? 0) + coefficient * (weighted[at] ?? 0);
    }
  }
  return { sums, coefficients };
}

/** By leaf: the sum over its respondents of the products of their two z. Only tallies that both rest on have any. */
export function productsOf(leaves: number, one: Spread, other: Spread): Float64Array {
  const products = new Float64Array(leaves);
  for (const [tally, coefficient] of one.coefficients) {
    const both = coefficient * (other.coefficients.get(tally) ?? 0);
    if (both === 0) continue;
    const { leaf, squares } = tally.units;
    for (let at = 0; at < leaf.length; at += 1) {
      const place = leaf[at] ?? 0;
      products[place] = (products[place] ?? 0) + both * (squares[at] ?? 0);
    }
  }
  return products;
}
