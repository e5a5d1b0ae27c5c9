import type { Count } from '../estimation/tally';
import type { Assumption, IndependenceTest, Uncertainty } from '../estimation/types';
import type { Labels } from '../expression/types';
import type { MissingKind } from '../expression/value';
import type { Rounding } from '../model/declarations';
import type { Place } from '../syntax/entry';
import type { Verdict } from './policy/types';

export type { Count } from '../estimation/tally';
export type * from '../estimation/types';
export type * from './policy/types';

/** A data file as read, before the codebook gives it meaning. Cells are texts; an empty cell is `''`. */
export interface DataTable {
  /** The file as named to the reader, for messages. */
  readonly file: string;
  readonly rows: number;
  readonly columns: ReadonlyMap<string, TextColumn>;
  readonly delimiter: string;
  readonly decimal: '.' | ',';
  readonly encoding: string;
}

/**
 * The cells of one column as they are written, without the spaces around them. Which form it has is a matter of memory alone:
 * `text-column.ts` reads both.
 */
export type TextColumn = CodedColumn | NumberTexts;

/** Each distinct text once, in the order of appearance: `codes[row]` points into `dictionary`. */
export interface CodedColumn {
  readonly kind: 'codes';
  readonly name: string;
  readonly dictionary: readonly string[];
  readonly codes: Codes;
}

/** As narrow as the dictionary allows: bytes up to 256 distinct texts, 16 bits up to 65,536. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * Cells that are all empty or numbers, and too many different ones for a dictionary: weights, amounts, numbers of persons. The
 * text of a cell is the number with so many `decimals`, or the shortest that says it where there are none stated, and with
 * this `sign` before the decimals. Columns whose texts would not come back exactly (`01`, `1.10` beside `1.1`) have codes.
 */
export interface NumberTexts {
  readonly kind: 'numbers';
  readonly name: string;
  /** NaN for an empty cell. */
  readonly numbers: Float64Array;
  readonly decimals?: number;
  readonly sign: '.' | ',';
}

/** Why there are no data to compute with. */
export type DataState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'untrusted' }
  | { readonly kind: 'failed'; readonly reason: DataFailure }
  | { readonly kind: 'ready'; readonly table: DataTable };

export interface DataFailure {
  readonly code: 'missing' | 'outside' | 'unreadable' | 'format';
  readonly message: string;
  /** One-based line in the data file, where it is known. */
  readonly line?: number;
}

/** A column with meaning. Every row is known or missing with a kind; no NaN, no sentinel numbers. */
export type ValueColumn = CategoryColumn | NumberColumn | StringColumn;

/** A column of few values: the row of `distinct`, which has each of them, that each row is like. */
export interface Placed<Column> {
  readonly places: Codes;
  readonly distinct: Column;
}

/**
 * `codes[row]`: the index of the category in `ids` (for yes/no: 0 is yes, 1 is no), or `-1 - k` for the k-th of
 * `missingKinds`. `missingIds[row]` is not kept: kinds are what counts.
 */
export interface CategoryColumn {
  readonly kind: 'category';
  readonly ids: readonly string[];
  readonly codes: Int16Array;
  /** The same more tersely, where it is known. */
  readonly placed?: Placed<CategoryColumn>;
}

/** `missing[row]` is 0 where the number is known, else 1 + the index of its kind in `missingKinds`. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly numbers: Float64Array;
  readonly missing: Uint8Array;
  readonly placed?: Placed<NumberColumn>;
}

/** Texts and ISO dates. */
export interface StringColumn {
  readonly kind: 'string';
  readonly texts: readonly string[];
  readonly missing: Uint8Array;
  readonly placed?: Placed<StringColumn>;
}

/** What the data say against the codebook. Counts, never values of persons. */
export interface DataFinding {
  readonly kind:
    | 'column-missing'
    | 'unknown-code'
    | 'out-of-range'
    | 'not-a-number'
    | 'not-a-date'
    | 'answer-outside-universe'
    | 'exclusive-with-others'
    | 'repeated-id'
    | 'weight-missing'
    | 'weight-negative'
    | 'weight-zero'
    | 'design-cell-missing'
    | 'design-not-a-number'
    | 'fpc-mixed'
    | 'fpc-not-constant'
    | 'fpc-below-sample'
    | 'lone-psu'
    | 'copy-differs'
    | 'category-never-chosen';
  readonly variable?: string;
  readonly item?: string;
  readonly column: string;
  /** Rows concerned; strata, where the strata of a design are; 0 for a column that is not there and for categories nobody chose. */
  readonly count: number;
  /**
   * Up to ten distinct cell texts with their counts, most frequent first, where naming them helps; of
   * `category-never-chosen`, the ids of all those categories; of strata, what they are called, with their units in the data.
   */
  readonly examples: readonly { readonly text: string; readonly count: number }[];
}

/**
 * The base waterfall behind a number. Each level is a subset of the one before it: all of the group, less those `among`
 * drops, then asked, answered and substantive.
 */
export interface Waterfall {
  /** All respondents of the group. */
  readonly all: Count;
  /** Respondents dropped by `among`: no, and missing. */
  readonly amongNo: Count;
  readonly amongMissing: Count;
  /** Of the others, those in the universe of what is counted. */
  readonly asked: Count;
  readonly answered: Count;
  readonly substantive: Count;
  /** Those the number is a share of: one of the three levels above, or the ticks of a multiple response. */
  readonly base: Count;
  /** Those for whom it is yes; for a mean, those it is the mean of. */
  readonly counted: Count;
  /** Levels that the policy does not let be told: their counts stand as 0 and are read with `toldCount`. */
  readonly notTold?: readonly WaterfallLevel[];
}

export type WaterfallLevel = Exclude<keyof Waterfall, 'notTold'>;

export type NoNumber =
  | 'empty_base'
  | 'no_data'
  | 'column_missing'
  | 'definition_broken'
  | 'not_supported'
  | 'suppressed'
  | 'not_determinable';

/** A number, or why there is none. Never NaN, never null. Shares are proportions 0..1; means are on their scale. */
export type Estimate =
  | {
      readonly kind: 'value';
      readonly value: number;
      /** The exact ratio, where both sums are whole numbers, as with weights of 1. Rounding uses it. */
      readonly ratio?: { readonly numerator: number; readonly denominator: number };
    }
  | { readonly kind: 'none'; readonly reason: NoNumber };

export type Statistic = 'share' | 'mean' | 'median' | 'quantile' | 'total' | 'count' | 'ratio' | 'alpha';

/** One number of a table. */
export interface Cell {
  readonly item?: string;
  /** A category or group of the scale, a missing kind the base admits (`kind:dont_know`), or absent for a share of yes. */
  readonly category?: string;
  /** Group id for each variable of the split, `total` for the margin, `missing` for those without a group. */
  readonly groups: readonly string[];
  readonly statistic: Statistic;
  /** The probability, for a quantile. */
  readonly at?: number;
  readonly estimate: Estimate;
  /** The share if all unknown items were no, and if all were yes: for what rests on a count with an `unknown` rule. */
  readonly bounds?: { readonly low: number; readonly high: number };
  readonly waterfall: Waterfall;
  /** How sure the estimate is; absent for unweighted counts and where there is no estimate. */
  readonly uncertainty?: Uncertainty;
  /** What the policy says of it; absent where the codebook states none. */
  readonly verdict?: Verdict;
}

/** A difference of two cells that differ in one thing: a group, or a category. */
export interface Difference {
  readonly item?: string;
  readonly from: DifferenceSide;
  readonly to: DifferenceSide;
  /** `to` less `from`, in the unit of the cells. */
  readonly estimate: Estimate;
  readonly uncertainty?: Uncertainty;
  /** Two-sided, of no difference; absent where no test may be made. Not adjusted for the number of comparisons. */
  readonly pValue?: number;
  /** Holm's adjustment over all comparisons of the table. */
  readonly adjusted?: number;
  /** Why there is no test: a share of 0 or 1, a suppressed cell. */
  readonly withoutTest?: 'share_of_0_or_1' | 'suppressed' | 'no_degrees_of_freedom' | 'no_variance';
}

export interface DifferenceSide {
  readonly groups: readonly string[];
  readonly category?: string;
  /** All the base but the group, for `compare: rest`. */
  readonly rest?: true;
}

/** The numbers of one question, derived variable or indicator under one split. */
export interface ShareTable {
  readonly subject: TableSubject;
  /** Variable names of the split; `[]` for the total alone. */
  readonly by: readonly string[];
  readonly base: 'asked' | 'answered' | 'substantive' | 'responses';
  readonly rounding: Rounding;
  readonly decimals: number;
  readonly weighted: boolean;
  /** Rows in order. One without id is the share of yes. */
  readonly items: readonly TableLabel[];
  readonly categories: readonly TableLabel[];
  /** Groups of each split variable in order, without `total` and `missing`. */
  readonly groups: readonly (readonly TableLabel[])[];
  readonly cells: readonly Cell[];
  /** Whether the categories of one group make up its base, so that they may be stacked. */
  readonly stackable: boolean;
  /** What its standard errors assume. */
  readonly assumption: Assumption;
  /** What `compare` asks for. */
  readonly differences: readonly Difference[];
  /** What `test` asks for. */
  readonly tests: readonly IndependenceTest[];
}

export interface TableLabel {
  readonly id: string;
  readonly labels: Labels;
  readonly missing?: MissingKind;
  /** A group of the scale: the sum of categories that stand beside it, so never stacked with them. */
  readonly net?: true;
}

export interface TableSubject {
  readonly kind: 'question' | 'derived' | 'indicator';
  readonly id: string;
  readonly labels: Labels;
  readonly stage?: string;
  readonly measure: string;
}

/** One published number beside what the definition and the data give. */
export interface LedgerLine {
  readonly figure: string;
  readonly subject: string;
  readonly item?: string;
  readonly category?: string;
  readonly groups: Readonly<Record<string, string>>;
  readonly statistic: string;
  readonly published: { readonly text: string; readonly value: number; readonly decimals: number };
  /** The number in the codebook. */
  readonly place: Place;
  /** Unrounded, in the unit of the published number (percent for shares and rates). */
  readonly computed?: number;
  readonly computedRounded?: number;
  readonly status: 'equal' | 'differs' | 'unverifiable' | 'not_computable';
  /** A sentence: why it can't be verified or computed. */
  readonly reason?: string;
}
