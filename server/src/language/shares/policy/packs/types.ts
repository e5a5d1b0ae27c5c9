import type { Statistic } from '../../types';
import type { PrecisionMeasure } from '../types';

/** A named set of rules for when an estimate is precise enough to be shown. Plain data, so that another one is a file. */
export interface PrecisionPack {
  readonly name: string;
  readonly version: string;
  /** Where the rules stand, as one would cite it. */
  readonly source: string;
  /** The level of the confidence intervals that widths are of; `undefined`: whatever the codebook states. */
  readonly level: number | undefined;
  /** In their order: the first broken one that suppresses binds, else the first that flags. */
  readonly rules: readonly PrecisionRule[];
}

export interface PrecisionRule {
  /** A stable name, told with each verdict. */
  readonly name: string;
  readonly action: 'flag' | 'suppress';
  readonly of: readonly Subject[];
  readonly measure: PrecisionMeasure;
  /** The rule is broken where what is measured is `below` the limit, `above` it, or `at_least` the limit. */
  readonly breaks: 'below' | 'above' | 'at_least';
  readonly limit: number;
  /** Where this measure is at most so much, the rule does not apply. */
  readonly unless?: { readonly measure: PrecisionMeasure; readonly atMost: number };
}

/**
 * What a rule is about. `population_count` is the estimated number of those with a property (the total of a condition), `total`
 * a total of amounts.
 */
export type Subject = Exclude<Statistic, 'total'> | 'total' | 'population_count';

/** Everything that is estimated but shares. */
export const amounts: readonly Subject[] = ['mean', 'median', 'quantile', 'total', 'population_count', 'ratio', 'alpha'];

export const everything: readonly Subject[] = ['share', ...amounts];
