import type { Cell, Estimate, ShareTable, TableLabel, Uncertainty } from '../types';

/** What two rounds of a survey say of the same things. `now` is the later one. */
export interface WaveComparison {
  /** The ids of the rounds, where they are stated (`wave.id`). */
  readonly waves: { readonly earlier?: string; readonly now?: string };
  /** Whether units that are in both rounds are known, so that their covariance counts. */
  readonly overlap: Overlap;
  /** What differs between the rounds as wholes. */
  readonly disparities: readonly Disparity[];
  readonly tables: readonly WaveTable[];
}

/** One table in both rounds. */
export interface WaveTable {
  readonly earlier: ShareTable;
  readonly now: ShareTable;
  readonly overlap: Overlap;
  /** What is not defined or asked the same way, of what the table rests on. */
  readonly disparities: readonly Disparity[];
  /** What one round alone has is not compared: it was not asked in the other, which is not zero. */
  readonly onlyEarlier: OneRoundOnly;
  readonly onlyNow: OneRoundOnly;
  /** In the order of the later table's cells. */
  readonly differences: readonly WaveDifference[];
}

export interface OneRoundOnly {
  readonly items: readonly TableLabel[];
  readonly categories: readonly TableLabel[];
  /** Of each variable of the split. */
  readonly groups: readonly (readonly TableLabel[])[];
}

/** The change of one number from the earlier round to the later. */
export interface WaveDifference {
  readonly earlier: Cell;
  readonly now: Cell;
  /** `now` less `earlier`, in the unit of the cells; shares as proportions. */
  readonly estimate: Estimate;
  readonly uncertainty?: Uncertainty;
  /** Two-sided, of no change; absent where no test may be made. Not adjusted for the number of comparisons. */
  readonly pValue?: number;
  /** Holm's adjustment over all comparisons of all tables, where it is asked for. */
  readonly adjusted?: number;
  readonly withoutTest?: 'share_of_0_or_1' | 'suppressed' | 'no_degrees_of_freedom' | 'no_variance';
  /** What makes it doubtful that like is compared with like: those of the rounds, and those of its table that concern it. */
  readonly disparities: readonly Disparity[];
}

/** What the standard error of a change rests on. */
export type Overlap = StackedRounds | SeparateRounds;

/** One design of the respondents of both rounds, in which a unit of both is one sampling unit: the covariance counts. */
export interface StackedRounds {
  readonly kind: 'stacked';
  /** What the sampling units of the first stage are. */
  readonly unit: 'respondents' | 'sampling_units';
  readonly units: { readonly earlier: number; readonly now: number; readonly both: number };
  /** Respondents of both rounds who lie in another stratum now: for them the covariance is left out. */
  readonly moved: number;
  /** In how many strata of the first stage the population counts as finite, of those for which a round states one. */
  readonly populations: { readonly used: number; readonly stated: number };
}

/** Each round by its own design; variances add up. That is conservative where units are in both and answer alike. */
export interface SeparateRounds {
  readonly kind: 'separate';
  readonly reason:
    | 'no_id'
    | 'unit_differs'
    | 'replicates'
    | 'designs_differ'
    | 'broken_design'
    /** The ids tell that the rounds have nobody in common: nothing is left out. */
    | 'no_unit_in_both';
}

export type DisparityAspect =
  | 'reference_period'
  | 'unit'
  | 'measure'
  | 'definition'
  | 'among'
  | 'base'
  | 'weight'
  | 'kind'
  | 'text'
  | 'items'
  | 'item_text'
  | 'answers'
  | 'answer_text'
  | 'codes'
  | 'scores'
  | 'groups'
  | 'missing'
  | 'range'
  | 'routing'
  | 'unknown';

/** Something that is not the same in both rounds. */
export interface Disparity {
  readonly aspect: DisparityAspect;
  /** The question, derived variable or indicator; absent for the rounds as wholes. */
  readonly of?: string;
  readonly changes: readonly DisparityDetail[];
}

export interface DisparityDetail {
  /** The item, category or group it is of. */
  readonly part?: string;
  /** Of wordings: the language tag. */
  readonly language?: string;
  /** What each round says; `''` where it says nothing. */
  readonly earlier: string;
  readonly now: string;
}
