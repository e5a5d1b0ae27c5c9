import type { Codes } from './types';

/** A column as far as a lookup reads it. */
export interface Source {
  readonly places: Codes;
  /** How many places there are. */
  readonly distinct: number;
}

/** Rows that are looked up at a time, so that what they need stays near. */
const blockRows = 4096;

/** Above so many combinations a table costs more than the rows it is for. */
const mostCombinations = 1 << 20;

/** Whether a table over the combinations of these columns is worth its memory. */
export function isFew(sources: readonly Source[], rows: number): boolean {
  return combinationsOf(sources) <= Math.min(mostCombinations, Math.max(1 << 16, rows * 4));
}

function combinationsOf(sources: readonly Source[]): number {
  return sources.reduce((product, source) => product * source.distinct, 1);
}

/**
 * A column that depends on nothing but others of few values. Each combination of them is worked out once, where its first row
 * comes; the other rows are looked up.
 * @param resultOf the place in the result of a combination of places
 */
export function lookUp(sources: readonly Source[], rows: number, resultOf: (places: readonly number[]) => number): Codes {
  const table = { results: new Int32Array(combinationsOf(sources)).fill(-1), resultOf, sources };
  const combinations = new Int32Array(Math.min(blockRows, rows));
  let found: Codes = new Uint8Array(rows);
  for (let from = 0; from < rows; from += blockRows) {
    const length = Math.min(blockRows, rows - from);
    combine(sources, from, length, combinations);
    found = lookUpBlock(combinations, from, length, found, table);
  }
  return found;
}

function combine(sources: readonly Source[], from: number, length: number, combinations: Int32Array): void {
  combinations.fill(0);
  for (const { places, distinct } of sources) {
    for (let at = 0; at < length; at++) combinations[at] = (combinations[at] ?? 0) * distinct + (places[from + at] ?? 0);
  }
}

interface Table {
  /** Of each combination, or -1 as long as no row has had it. */
  readonly results: Int32Array;
  readonly resultOf: (places: readonly number[]) => number;
  readonly sources: readonly Source[];
}

/** Fills rows of a column and gives it back, in a wider form where a result needs one. */
function lookUpBlock(combinations: Int32Array, from: number, length: number, found: Codes, table: Table): Codes {
  const { results, resultOf, sources } = table;
  let wide = found;
  for (let at = 0; at < length; at++) {
    const combination = combinations[at] ?? 0;
    let result = results[combination] ?? -1;
    if (result < 0) {
      result = resultOf(partsOf(combination, sources));
      results[combination] = result;
      wide = wideEnough(wide, result);
    }
    wide[from + at] = result;
  }
  return wide;
}

function wideEnough(places: Codes, place: number): Codes {
  if (place > 0xff_ff && !(places instanceof Uint32Array)) return new Uint32Array(places);
  return place > 0xff && places instanceof Uint8Array ? new Uint16Array(places) : places;
}

/** The place in each column that a combination stands for. */
function partsOf(combination: number, sources: readonly Source[]): readonly number[] {
  let rest = combination;
  const parts: number[] = [];
  for (const { distinct } of [...sources].reverse()) {
    parts.push(rest % distinct);
    rest = Math.floor(rest / distinct);
  }
  return parts.reverse();
}
