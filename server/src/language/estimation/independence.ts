import { degreesOfFreedom } from './degrees-of-freedom';
import { aboveF } from './distributions';
import { type Estimated, ratioOf } from './estimated';
import { type Matrix, solve } from './linear-system';
import type { Sample } from './sample';
import { addTallies, nobody, type Tally } from './tally';
import type { IndependenceTest } from './types';
import { covarianceMatrix } from './variance';

/** The respondents of one cell of a two-way table. */
export interface TableCell {
  readonly row: number | string;
  readonly column: number | string;
  readonly tally: Tally;
}

/**
 * Rao and Scott's second-order F of a two-way table (R `survey`: `svychisq`, its default): Pearson's X² of the weighted
 * proportions over the trace of the design effects, against an F whose degrees of freedom are those of Satterthwaite. Rows
 * and columns nobody is in are left out. Degrees of freedom of the denominator rest on those of the respondents in the table.
 */
export function independence(sample: Sample, table: readonly TableCell[]): IndependenceTest['result'] {
  const cells = gridOf(table.filter(({ tally }) => tally.weighted > 0));
  const rows = cells.length;
  const columns = cells[0]?.length ?? 0;
  if (rows < 2 || columns < 2) return { kind: 'none', reason: 'one_row_or_column' };
  const tallies = cells.flat();
  const df = degreesOfFreedom(sample, tallies);
  if (df <= 0) return { kind: 'none', reason: 'no_degrees_of_freedom' };
  const proportions = tallies.flatMap((_, own) => proportionOf(sample, tallies, own) ?? []);
  const covariance = covarianceMatrix(sample, proportions);
  if (covariance.kind === 'none') return covariance;
  const shares = proportions.map(({ value }) => value);
  const effects = designEffects(shares, covariance.values, interactions(rows, columns));
  if (effects === undefined || effects.trace < noise) return { kind: 'none', reason: 'not_defined' };
  const f = pearson(shares, rows, columns) / effects.trace;
  const numeratorDf = effects.trace ** 2 / effects.traceOfSquare;
  const denominatorDf = numeratorDf * df;
  const n = tallies.reduce((total, tally) => total + tally.n, 0);
  return { kind: 'value', f, numeratorDf, denominatorDf, pValue: aboveF(f, numeratorDf, denominatorDf), n };
}

/** Design effects are over the variance of one respondent: what is smaller than this is left of sums that cancel out. */
const noise = 1e-13;

/** Row by row. */
function gridOf(table: readonly TableCell[]): readonly (readonly Tally[])[] {
  const columns = [...new Set(table.map(({ column }) => column))];
  return [...new Set(table.map(({ row }) => row))].map((row) =>
    columns.map((column) => {
      const inCell = table.filter((cell) => cell.row === row && cell.column === column);
      return inCell.length === 0 ? { ...nobody } : addTallies(inCell.map(({ tally }) => tally));
    }),
  );
}

function proportionOf(sample: Sample, tallies: readonly Tally[], own: number): Estimated | undefined {
  return ratioOf(
    sample,
    tallies.map((tally, at) => ({ tally, a: at === own ? 1 : 0, b: 1 })),
  );
}

/** Pearson's X² of proportions, for one respondent. */
function pearson(shares: readonly number[], rows: number, columns: number): number {
  const rowShares = Array.from({ length: rows }, (_, row) => sum(shares.slice(row * columns, (row + 1) * columns)));
  const columnShares = Array.from({ length: columns }, (_, column) => sum(shares.filter((_, at) => at % columns === column)));
  return sum(
    shares.map((share, at) => {
      const expected = (rowShares[Math.trunc(at / columns)] ?? 0) * (columnShares[at % columns] ?? 0);
      return (share - expected) ** 2 / expected;
    }),
  );
}

/** Contrasts that span the interaction of rows and columns, and are orthogonal to both: one for each but the first of each. */
function interactions(rows: number, columns: number): Matrix {
  const against = (place: number, one: number): number => (place === one ? 1 : place === 0 ? -1 : 0);
  return Array.from({ length: (rows - 1) * (columns - 1) }, (_, contrast) =>
    Float64Array.from({ length: rows * columns }, (_, at) => {
      const row = against(Math.trunc(at / columns), 1 + Math.trunc(contrast / (columns - 1)));
      return row * against(at % columns, 1 + (contrast % (columns - 1)));
    }),
  );
}

interface DesignEffects {
  readonly trace: number;
  readonly traceOfSquare: number;
}

/** Of (C' D⁻¹ C)⁻¹ C' D⁻¹ V D⁻¹ C, with D the diagonal of the proportions; an empty cell has no part in it, as in R. */
function designEffects(shares: readonly number[], covariance: Float64Array, contrasts: Matrix): DesignEffects | undefined {
  const over = contrasts.map((contrast) => contrast.map((c, at) => ((shares[at] ?? 0) === 0 ? 0 : c / (shares[at] ?? 1))));
  const simple = contrasts.map((contrast) => Float64Array.from(over, (other) => dot(contrast, other)));
  const size = shares.length;
  const spread = over.map((one) =>
    Float64Array.from({ length: size }, (_, at) => dot(one, covariance.subarray(at * size, (at + 1) * size))),
  );
  const designed = spread.map((one) => Float64Array.from(over, (other) => dot(one, other)));
  const effects = solve(simple, designed);
  if (effects === undefined) return undefined;
  const trace = sum(effects.map((row, at) => row[at] ?? 0));
  const traceOfSquare = sum(
    effects.flatMap((row, at) => Array.from(row, (value, other) => value * (effects[other]?.[at] ?? 0))),
  );
  return { trace, traceOfSquare };
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((total, value, at) => total + value * (other[at] ?? 0), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
