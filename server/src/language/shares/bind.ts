import type { Codebook } from '../model/codebook';
import type { DataFinding, DataTable, ValueColumn } from './types';

/**
 * A data table with the meaning a codebook gives it: columns are recoded to values on first use and kept; universes decide
 * what an empty cell is. The same codebook and table give the same object's answers.
 */
export interface BoundData {
  readonly codebook: Codebook;
  readonly table: DataTable;
  readonly rows: number;
  /** Weight of each row, 1 without a weight column. Rows with a missing or negative weight count 0 and are found. */
  readonly weights: Float64Array;
  readonly weighted: boolean;
  /** Values of a question, an item of it, or a derived variable; `undefined` where it cannot be computed. */
  readonly column: (variable: string, item?: string) => ValueColumn | undefined;
  /** What the data say against the codebook. */
  readonly findings: () => readonly DataFinding[];
}
