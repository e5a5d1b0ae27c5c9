import type { Place } from '../syntax/entry';
import type { Name } from './written';

/** Which numbers may be shown, as written. What it leaves out stands in `shares/policy`. */
export interface PolicyDeclaration {
  readonly place: Place;
  /** A named pack of rules, or rules of the codebook's own. */
  readonly precision?: Name | PrecisionDeclaration;
  readonly disclosure?: DisclosureDeclaration;
}

/** What is broken at the top is not shown; what is broken under `flag` is shown with a note. */
export interface PrecisionDeclaration extends PrecisionLimits {
  readonly name?: Name;
  readonly flag?: PrecisionLimits;
}

/** Shares and widths are proportions. Each limit itself is allowed. */
export interface PrecisionLimits {
  readonly min_n?: number;
  readonly min_counted?: number;
  readonly min_effective_n?: number;
  readonly min_df?: number;
  readonly max_cv?: number;
  readonly max_log_cv?: number;
  readonly max_width?: number;
  readonly max_relative_width?: number;
}

export interface DisclosureDeclaration extends DisclosureLimits {
  readonly dominance?: { readonly n: number; readonly k: number };
  readonly p_percent?: number;
  readonly secondary?: boolean;
  /** Stricter limits for groups of which everybody was asked. */
  readonly census?: DisclosureLimits & { readonly of: readonly CensusGroups[] };
}

export interface DisclosureLimits {
  readonly min_base?: number;
  readonly min_count?: number;
  readonly zero_or_hundred?: 'suppress' | 'allow';
}

/** Groups of a variable. */
export interface CensusGroups {
  readonly variable: Name;
  readonly groups: readonly Name[];
}
