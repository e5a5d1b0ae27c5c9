import type { Cell } from '../../types';
import type { DisclosureRules } from '../policy';
import { rulesFor } from './rules-for';
import type { Role } from './system';

/** What a total is made of: its size, and the largest contributions to it, the greatest first. Unweighted, all of one sign. */
export interface Contributions {
  readonly total: number;
  readonly largest: readonly number[];
}

/**
 * Whether the amount behind a mean, total or quantile tells about one of those it is made of.
 * Dominance, the (n, k) rule: the n largest make up more than k percent. p percent: the total less the two largest is less than
 * p percent of the largest, so that the second could compute the first to within p percent (Hundepool et al. 2012, Statistical
 * Disclosure Control, chapter 4). A quantile rests on the respondents beyond it: they must be as many as in any cell.
 */
export function amountRole(
  rules: DisclosureRules,
  groups: ReadonlyMap<string, string>,
  cell: Cell,
  contributions: Contributions | undefined,
): Role {
  const { at, statistic, waterfall } = cell;
  const { minCount } = rulesFor(rules, groups);
  const beyond = waterfall.base.n * Math.min(at ?? 0.5, 1 - (at ?? 0.5));
  if ((statistic === 'median' || statistic === 'quantile') && waterfall.base.n > 0 && beyond < minCount) {
    return { kind: 'amount', isSensitive: 'quantile_at_the_edge' };
  }
  const isSum = statistic === 'total' || statistic === 'mean';
  return { kind: 'amount', isSensitive: isSum && contributions !== undefined ? concentrated(rules, contributions) : undefined };
}

function concentrated(
  { dominance, pPercent }: DisclosureRules,
  { total, largest }: Contributions,
): 'dominance' | 'p_percent' | undefined {
  if (total <= 0) return undefined;
  const top = (n: number): number => largest.slice(0, n).reduce((sum, one) => sum + one, 0);
  if (dominance !== undefined && top(dominance.n) * 100 > dominance.k * total) return 'dominance';
  const [first = 0] = largest;
  return pPercent !== undefined && (total - top(2)) * 100 < pPercent * first ? 'p_percent' : undefined;
}
