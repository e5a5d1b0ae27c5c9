/** How the interval of a share is made. `wald` is that of everything else: estimate ± t × standard error. */
export type IntervalMethod = 'logit' | 'wilson' | 'beta' | 'likelihood' | 'mean' | 'asin';

/** What a standard error rests on, so that a reader can judge it. */
export interface Assumption {
  /**
   * `respondents`: each drawn by itself with replacement, as no design is stated; `design`: linearised over strata, sampling
   * units and finite populations as stated; `replicates`: from the replicate weights; `ignored`: a design is stated and the
   * indicator says not to use it.
   */
  readonly variance: 'respondents' | 'design' | 'replicates' | 'ignored';
  /** Weighted, and nothing tells that the weights are calibrated: the error is that of the design alone. */
  readonly calibration: 'unweighted' | 'not_reflected' | 'replicated';
}

/** How sure an estimate is, or why nothing can be said. Never NaN, never an interval of no width. */
export type Uncertainty =
  | {
      readonly kind: 'value';
      /** In the unit of the estimate; shares as proportions. */
      readonly standardError: number;
      readonly degreesOfFreedom: number;
      /** Variance over that of a simple random sample of as many respondents; absent where that is 0 or not defined. */
      readonly designEffect?: number;
      /** Respondents of a simple random sample with the same variance, for shares strictly between 0 and 1 and means. */
      readonly effectiveN?: number;
      readonly interval: Interval | NoInterval;
      /** Of a share, with every method; in the order of `intervalMethods`. */
      readonly intervals: readonly (Interval | NoInterval)[];
    }
  | { readonly kind: 'none'; readonly reason: NoUncertainty; readonly stratum?: string };

export interface Interval {
  readonly kind: 'interval';
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** `wald`: estimate ± t × standard error. `woodruff`: of a quantile, from the interval of the share below it. */
  readonly method: IntervalMethod | 'wald' | 'woodruff';
  /**
   * One-sided where the share is 0 or 1 (Korn–Graubard); then the other end is the share itself, and beyond the open one lies
   * half of what `level` leaves out, as in a two-sided interval.
   */
  readonly sides: 'both' | 'upper' | 'lower';
  /** The effective number of respondents a Korn–Graubard interval rests on, and whether the number in the base capped it. */
  readonly effectiveN?: number;
  readonly capped?: boolean;
}

export interface NoInterval {
  readonly kind: 'none';
  readonly method: Interval['method'];
  /** `no_sampling_error`: everybody in the population is in the base. `not_defined`: the standard error is 0. */
  readonly reason: 'no_sampling_error' | 'no_degrees_of_freedom' | 'share_of_0_or_1' | 'not_defined';
}

/**
 * `not_defined`: no replicate weight gives a number, or a quantile's interval is beyond 0 or 1 or has no width. `lone_psu`: a
 * stratum with one sampling unit, and the design says `fail`.
 */
export type NoUncertainty = 'lone_psu' | 'no_sampling_error' | 'no_degrees_of_freedom' | 'not_defined' | 'suppressed';

/** Rao and Scott's second-order F of a two-way table (R `survey`: `svychisq`). */
export interface IndependenceTest {
  readonly item?: string;
  /** The two variables. */
  readonly variables: readonly [string, string];
  readonly result:
    | {
        readonly kind: 'value';
        readonly f: number;
        readonly numeratorDf: number;
        readonly denominatorDf: number;
        readonly pValue: number;
        /** Rows substantive in both. */
        readonly n: number;
      }
    | {
        readonly kind: 'none';
        readonly reason: 'one_row_or_column' | 'suppressed' | 'lone_psu' | 'no_degrees_of_freedom' | 'not_defined';
        readonly stratum?: string;
      };
}
