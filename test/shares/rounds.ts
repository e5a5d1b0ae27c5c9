import type { Shares } from '../../server/src/language/shares';
import { sharesOf } from '../../server/src/language/shares';
import type { WaveComparison } from '../../server/src/language/shares/waves';
import { compareWaves } from '../../server/src/language/shares/waves';
import { withData } from './bound';

/** A round of a survey: a codebook and its data. */
export function roundOf(codebook: string, csv: string): Shares {
  const { codebook: bound, table } = withData(codebook, csv);
  return sharesOf(bound, table);
}

/** The changes of all indicators of two rounds, or of those that are named. */
export function changes(
  earlier: Shares,
  now: Shares,
  adjust: 'none' | 'holm' = 'none',
  ids: readonly string[] = [...now.bound.codebook.indicators.keys()],
): WaveComparison {
  const subjects = ids.map((id) => ({ kind: 'indicator', id }) as const);
  return compareWaves({ shares: earlier, asked: {} }, { shares: now, asked: {} }, subjects, adjust);
}
