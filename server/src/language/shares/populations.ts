import { numberCells } from './design-cells';
import type { Grouping } from './grouping';
import type { DataFinding, DataTable, TextColumn } from './types';

/** How many units each stratum of a stage has in the population. */
export interface Populations {
  /** Absent where the population counts as infinite, and infinite where that of one stratum does. */
  readonly byStratum: Float64Array | undefined;
  readonly findings: readonly DataFinding[];
}

export interface StrataOfStage {
  readonly strata: Grouping;
  readonly labels: readonly string[];
  /** By stratum, the units in the data. */
  readonly sampled: Uint32Array;
}

/**
 * The `fpc` columns of all stages, read together: numbers of units in the population, or, where all are at most 1, the parts of
 * them that were drawn (R: `svydesign`, `fpc`). Part sizes beside numbers of units can't be told apart and are found.
 */
export function readPopulations(
  columns: readonly TextColumn[],
  table: DataTable,
): {
  readonly of: (stage: number, strata: StrataOfStage) => Populations;
  readonly findings: readonly DataFinding[];
} {
  const read = columns.map((column) => ({ column, ...numberCells(column, table, (value) => value > 0) }));
  const areFractions = read.every(({ numbers }) => numbers.every((value) => !(value > 1)));
  const mixed = areFractions ? [] : read.flatMap(({ column, numbers }) => fractionsIn(column, numbers));
  return {
    findings: [...read.flatMap(({ findings }) => findings), ...mixed],
    of: (stage, strata) => {
      const one = read[stage];
      return one === undefined ? infinite : populationsIn(one, strata, areFractions);
    },
  };
}

export const infinite: Populations = { byStratum: undefined, findings: [] };

function fractionsIn(column: TextColumn, numbers: Float64Array): readonly DataFinding[] {
  const count = numbers.reduce((sum, value) => sum + (value < 1 ? 1 : 0), 0);
  return count === 0 ? [] : [{ kind: 'fpc-mixed', column: column.name, count, examples: [] }];
}

function populationsIn(
  { column, numbers }: { readonly column: TextColumn; readonly numbers: Float64Array },
  { strata, labels, sampled }: StrataOfStage,
  areFractions: boolean,
): Populations {
  const stated = Float64Array.from(strata.firstRow, (row) => numbers[row] ?? Number.NaN);
  const varying = new Set<number>();
  for (let row = 0; row < numbers.length; row += 1) {
    const stratum = strata.of[row] ?? 0;
    if (numbers[row] !== stated[stratum]) varying.add(stratum);
  }
  const byStratum = stated.map((value, stratum) => (areFractions ? (sampled[stratum] ?? 0) / value : value));
  const below = [...byStratum.keys()].filter(
    (stratum) => !varying.has(stratum) && (byStratum[stratum] ?? 0) < (sampled[stratum] ?? 0),
  );
  const told = (kind: DataFinding['kind'], found: readonly number[]): readonly DataFinding[] =>
    found.length === 0
      ? []
      : [{ kind, column: column.name, count: found.length, examples: found.slice(0, mostNamed).map(named) }];
  const named = (stratum: number) => ({ text: labels[stratum] ?? '', count: sampled[stratum] ?? 0 });
  return { byStratum, findings: [...told('fpc-not-constant', [...varying]), ...told('fpc-below-sample', below)] };
}

/** How many strata a finding names; it counts the others. */
export const mostNamed = 10;
