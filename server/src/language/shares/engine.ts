import type { Sample } from '../estimation/sample';
import type { Count, Tally } from '../estimation/tally';
import type { TypedExpression } from '../expression';
import type { MissingKind } from '../expression/value';

export type { Tally } from '../estimation/tally';

/**
 * What counts respondents: in memory, or one SQL statement. A request is plain data, and the answer holds all that any share,
 * mean, total, quantile or ratio of its cells needs with its standard error, so that one function estimates for every engine.
 */
export interface Engine {
  readonly tabulate: (request: TabulationRequest) => TabulationResult;
  /** All that a view needs at once: what requests have in common is done once. Each result stands where its request does. */
  readonly tabulateAll: (requests: readonly TabulationRequest[]) => readonly TabulationResult[];
  /** How the respondents were drawn; without the design, each by itself from one infinite population. */
  readonly sample: (designed: boolean) => Sample;
  /** Whether the data have a weight, and whether they state a design. */
  readonly weighted: boolean;
  readonly designed: boolean;
}

export interface TabulationRequest {
  /** What is tallied; with several operands each combination of values is (a ratio's two totals, the scores of a battery). */
  readonly of: readonly Operand[];
  /** Only those for whom it is yes are tallied; the others are counted. */
  readonly among?: Operand;
  /** Names of the variables that split the respondents, at most two. */
  readonly by: readonly string[];
  /** Whether the data's weight applies; else every respondent counts 1. */
  readonly weighted: boolean;
  /** Whether sums are told apart by the leaves of the declared design (or repeated by its replicate weights). */
  readonly designed: boolean;
}

/** One value per respondent: a variable (or an item of one), or an expression (for one item, where it is a battery's). */
export type Operand =
  | { readonly kind: 'variable'; readonly name: string; readonly item?: string }
  /** `universe`: the conditions of all it names; where one is no, the value is `not_asked`. */
  | {
      readonly kind: 'expression';
      readonly expression: TypedExpression;
      readonly universe: readonly TypedExpression[];
      readonly item?: string;
    }
  /** The value if all unknown items of its count were no (`low`), or yes (`high`). */
  | { readonly kind: 'bound'; readonly side: 'low' | 'high'; readonly of: Operand };

export type TabulationResult =
  | {
      readonly kind: 'tabulation';
      readonly groups: readonly GroupTally[];
      /** The same as numbers in rows, where the engine has them so: for what thousands of cells are estimated from. */
      readonly dense?: DenseTallies;
    }
  /** A column that is not in the data, or a definition that can't be computed. */
  | { readonly kind: 'none'; readonly reason: 'column_missing' | 'definition_broken' };

/** The sums of a request for all groups and values, also those that nobody has: some of the cells of a block. */
export interface DenseTallies {
  /** Each is a cell of the block. */
  readonly groups: readonly (readonly string[])[];
  /** Known values; behind them, among the values of a cell, stand the kinds of missing ones. */
  readonly values: readonly (readonly (string | number)[])[];
  readonly missing: readonly MissingKind[];
  readonly block: DenseSums;
  /** The cell of the first group. */
  readonly first: number;
}

/**
 * Sums of many cells, of all requests whose cells have as many values and the same kinds of missing ones, so that all of them
 * can be estimated from at once (`shareErrors`).
 */
export interface DenseSums {
  readonly leaves: number;
  readonly cells: number;
  /** Of a cell, known and missing. */
  readonly values: number;
  /** Respondents of positive weight, their weights and squared weights, laid out as [leaf][cell][value]. */
  readonly respondents: Float64Array;
  readonly weighted: Float64Array;
  readonly squares: Float64Array;
  /** Laid out as [cell][value]: all respondents, and the sum of their weights. */
  readonly n: Float64Array;
  readonly totals: Float64Array;
  /** Laid out as [cell][value][replicate]; empty where there are no replicate weights. */
  readonly replicates: Float64Array;
}

/** The respondents of one group; groups nobody is in are left out. */
export interface GroupTally {
  /** A group's id for each variable of `by`, or `missing`. */
  readonly groups: readonly string[];
  readonly known: readonly ValueTally[];
  readonly missing: readonly MissingTally[];
  readonly amongNo: Count;
  readonly amongMissing: Count;
}

export interface ValueTally extends Tally {
  /** One value for each operand. Yes and no are `'yes'` and `'no'`. */
  readonly values: readonly (string | number)[];
}

interface MissingTally extends Tally {
  readonly kind: MissingKind;
}
