/** What the codebook's policy says of one number. */
export interface Verdict {
  /** `flag`: shown with a note. `suppress`: not shown. The stricter of precision and disclosure. */
  readonly action: Action;
  /** What the rules of precision say; absent where the codebook names none. */
  readonly precision?: Reason;
  /** What the rules of disclosure say; absent where none is broken. Their numbers are never told. */
  readonly disclosure?: Reason;
  /** The cheapest change that would make the number publishable; absent where there is none. */
  readonly repair?: Repair;
  /** SDMX code list CL_OBS_STATUS. */
  readonly obsStatus: string;
  /** SDMX code list CL_CONF_STATUS. */
  readonly confStatus: string;
}

export type Action = 'publish' | 'flag' | 'suppress';

export interface Reason {
  readonly action: Action;
  /** The rule that binds, by its stable name: `effective_n_below_30`, `secondary`. */
  readonly rule: string;
  /** What a rule of precision measures, and its limit, for sentences. Never what was measured. */
  readonly measure?: PrecisionMeasure;
  readonly limit?: number;
  /** The pack the rule is of. */
  readonly pack?: string;
}

/**
 * What rules of precision look at. Shares and widths are proportions (0.3 is 30 points), `cv` is the standard error over the
 * estimate, `n` the respondents in the base, `counted` those the number counts.
 */
export type PrecisionMeasure =
  | 'n'
  | 'counted'
  | 'effective_n'
  | 'df'
  | 'cv'
  | 'log_cv'
  | 'width'
  | 'relative_width'
  | 'complement_relative_width'
  | 'standard_error_over_curve'
  | 'zero_or_hundred';

export type Repair =
  /** Merging a group with the one beside it. */
  | { readonly kind: 'merge_groups'; readonly variable: string; readonly groups: readonly string[] }
  | { readonly kind: 'merge_categories'; readonly categories: readonly string[] }
  | { readonly kind: 'drop_split'; readonly variable: string };
