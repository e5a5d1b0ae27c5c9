import { addTallies } from '../estimation/tally';
import type { Measure } from '../model/declarations';
import type { Engine, GroupTally, Operand, TabulationRequest } from './engine';
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

/** `undefined` for what rests on no such count. */
export function boundTallies(engine: Engine, request: TabulationRequest, measure: Measure): BoundTallies | undefined {
  const [of, ...others] = request.of;
  if ((measure !== 'share' && measure !== 'distribution') || of === undefined || others.length > 0) return undefined;
  const side = (one: 'low' | 'high') =>
    engine.tabulate({ ...request, of: [{ kind: 'bound', side: one, of } satisfies Operand] });
  const low = side('low');
  if (low.kind !== 'tabulation') return undefined;
  const high = side('high');
  return high.kind === 'tabulation' ? { low: low.groups, high: high.groups } : undefined;
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
