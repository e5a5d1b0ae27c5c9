import type { TypedExpression } from '../expression';
import { checkedExpression } from '../model/checked';
import type { Codebook, Universe } from '../model/codebook';
import type { Drawn } from './drawn';
import type { Operand } from './engine';
import type { Kernel } from './kernel';
import type { RecodedColumn } from './recode';
import type { CategoryColumn, DataFinding, DataTable, ValueColumn } from './types';

/**
 * A data table with the meaning a codebook gives it: columns are recoded to values on first use and kept; universes decide
 * what an empty cell is. The same codebook and table give the same object's answers.
 */
export interface BoundData {
  readonly codebook: Codebook;
  readonly table: DataTable;
  readonly rows: number;
  /**
   * Weight of each row, 1 where no weight is declared. Rows with a missing or negative weight count 0 and are found.
   * `undefined` where the declared column is not in the data: then nothing weighted can be computed.
   */
  readonly weights: Float64Array | undefined;
  readonly weighted: boolean;
  /** Whether a design is declared. */
  readonly designed: boolean;
  /** How the rows were drawn: by the declared design, or each by itself. */
  readonly drawn: (designed: boolean) => Drawn;
  /** Values of a question, an item of it, or a derived variable; `undefined` where it cannot be computed. */
  readonly column: (variable: string, item?: string) => ValueColumn | undefined;
  /** Values of what a request names. Outside its universe an expression is `not_asked`. */
  readonly operand: (operand: Operand) => ValueColumn | undefined;
  /** What goes over all rows at a time; its memory is shared by all that is computed from the table. */
  readonly kernel: Kernel;
  /** What the data say against the codebook. */
  readonly findings: () => readonly DataFinding[];
}

/** What the parts of the binding ask of the whole. */
export interface Binding {
  readonly codebook: Codebook;
  readonly table: DataTable;
  readonly column: BoundData['column'];
  /** What goes over all rows at a time. */
  readonly kernel: Kernel;
  /** The columns of a variable with what was found in them, by item (`''` for a single variable). */
  readonly recoded: (variable: string) => ReadonlyMap<string, RecodedColumn>;
  /** Who is in a universe: yes, no, or missing where the routing answer is. `undefined` is everyone. */
  readonly universe: (universe: readonly TypedExpression[]) => CategoryColumn | undefined;
}

/** The conditions of a universe as they are evaluated. One with errors says nothing: it leaves open who was asked. */
export function typedUniverse(codebook: Codebook, universe: Universe): readonly TypedExpression[] {
  return universe
    .map((condition) => checkedExpression(codebook, condition.expression, 'ask_if', 'condition'))
    .filter(({ problems }) => problems.length === 0)
    .map(({ checked }) => checked.typed);
}
