import type { LonePsu } from '../estimation/sample';
import type { IntervalMethod } from '../estimation/types';
import type { Place } from '../syntax/entry';
import type { Name, NumberText } from './written';

/**
 * What a codebook says of how sure its numbers are, as written. Of confidence intervals, what is stated of how they are made.
 */
export interface IntervalDeclaration {
  readonly place: Place;
  readonly method?: IntervalMethod;
  readonly methodName?: Name;
  readonly level?: number;
  readonly df?: 'domain' | 'design';
  /** Whether the effective n of a Korn–Graubard interval is at most the n of the base. */
  readonly cap?: boolean;
}

/** Which differences are shown: between all pairs of groups, of each group from the rest, or between the two that are named. */
export type CompareText =
  | { readonly kind: 'pairs' | 'rest'; readonly place: Place }
  | { readonly kind: 'named'; readonly names: readonly Name[]; readonly place: Place };

/** How p-values allow for the number of comparisons. */
export type Adjustment = 'none' | 'holm';

/** How the respondents were drawn, by the columns that tell it: one for each sampling stage. */
export interface DesignDeclaration {
  readonly place: Place;
  readonly strata: readonly Name[];
  readonly psu: readonly Name[];
  readonly fpc: readonly Name[];
  /** As stated, else `fail`. */
  readonly lonePsu: LonePsu;
  readonly replicate?: ReplicateDeclaration;
}

export interface ReplicateDeclaration {
  readonly place: Place;
  /** In the order stated; a run `rw1..rw80` stands for each of its columns, all at one place. */
  readonly columns: readonly Name[];
  /** Absent where it is not stated or none of them: the schema says so. */
  readonly method?: ReplicateMethod;
  readonly methodName?: Name;
  readonly scale?: NumberText;
  /** One number for all replicates, or one for each. */
  readonly rscales?: readonly NumberText[];
  readonly rho?: NumberText;
  readonly around: 'mean' | 'estimate';
  /** Degrees of freedom, where they are stated. */
  readonly df?: NumberText;
}

export type ReplicateMethod = 'brr' | 'fay' | 'jk1' | 'jk2' | 'jkn' | 'bootstrap' | 'successive_difference' | 'other';
