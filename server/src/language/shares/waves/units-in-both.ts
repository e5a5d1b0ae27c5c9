import type { Stage } from '../drawn-stages';
import { oneGroup } from '../grouping';
import type { CodedColumn } from '../types';
import type { StackedRounds } from './types';

/** The stages of both rounds together, and whether the units of the first are the respondents. */
export interface StackedStages {
  readonly stages: readonly Stage[];
  readonly ofRespondents: boolean;
  readonly populations: StackedRounds['populations'];
}

/**
 * How many sampling units of the first stage each round has, and both.
 * @param from the first row of the later round
 */
export function commonUnits(
  { stages, ofRespondents, populations }: StackedStages,
  ids: CodedColumn,
  from: number,
): StackedRounds {
  const [first] = stages;
  const units = first?.units ?? oneGroup(ids.codes.length);
  const counts = countsOf(units.of, units.count, from);
  const respondents = countsOf(ids.codes, ids.dictionary.length, from);
  return {
    kind: 'stacked',
    unit: ofRespondents ? 'respondents' : 'sampling_units',
    units: counts,
    moved: ofRespondents ? respondents.both - counts.both : 0,
    populations,
  };
}

function countsOf(of: ArrayLike<number>, count: number, from: number): StackedRounds['units'] {
  const rounds = new Uint8Array(count);
  for (let row = 0; row < of.length; row += 1) {
    const unit = of[row] ?? 0;
    rounds[unit] = (rounds[unit] ?? 0) | (row < from ? 1 : 2);
  }
  const withBit = (bits: number) => rounds.reduce((total, of) => total + ((of & bits) === bits ? 1 : 0), 0);
  return { earlier: withBit(1), now: withBit(2), both: withBit(3) };
}
