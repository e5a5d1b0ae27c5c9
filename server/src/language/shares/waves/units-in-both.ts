import type { Stage } from '../drawn-stages';
import type { CodedColumn } from '../types';
import type { StackedRounds } from './types';

/**
 * How many sampling units of the first stage each round has, and both.
 * @param from the first row of the later round
 */
export function commonUnits(
  { units }: Stage,
  ids: CodedColumn,
  from: number,
  { ofRespondents, populations }: { readonly ofRespondents: boolean } & Pick<StackedRounds, 'populations'>,
): StackedRounds {
  const counts = countsOf(units?.of ?? ids.codes, units?.count ?? ids.dictionary.length, from);
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
