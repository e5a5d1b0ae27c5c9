import { addTallies } from '../estimation/tally';
import type { GroupTally } from './engine';
import { baseTally, gather } from './gather';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Tallies of the least and the greatest value of what rests on a count with unknown items. */
export interface BoundTallies {
  readonly low: readonly GroupTally[];
  readonly high: readonly GroupTally[];
}

/** The share of yes among all asked, if all unknown items were no and if all were yes. */
export function boundsIn(tallies: BoundTallies | undefined, groups: readonly string[]): Bounds | undefined {
  if (tallies === undefined) return undefined;
  const low = shareOfYes(tallies.low, groups);
  const high = shareOfYes(tallies.high, groups);
  return low === undefined || high === undefined ? undefined : { low, high };
}

function shareOfYes(tallies: readonly GroupTally[], groups: readonly string[]): number | undefined {
  const gathered = gather(tallies, groups);
  const asked = baseTally(gathered, 'asked').weighted;
  return asked === 0 ? undefined : addTallies(gathered.known.filter((one) => one.values[0] === 'yes')).weighted / asked;
}
