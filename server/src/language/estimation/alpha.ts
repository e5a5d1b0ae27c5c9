import { type Estimated, merged } from './estimated';
import type { Sample } from './sample';
import type { Tally } from './tally';

/** Respondents with these scores, one for each item. */
export interface Scored {
  readonly tally: Tally;
  readonly scores: readonly number[];
}

/**
 * Cronbach's alpha, k/(k - 1) × (1 - the items' variances over that of their sum), with weighted variances (R `survey`:
 * `svycralpha`). Its influence is the delta method over those variances. `undefined` where there are fewer than two items,
 * nobody, or the sum does not vary.
 */
export function alphaOf(sample: Sample, scored: readonly Scored[]): Estimated | undefined {
  const value = alphaWith(scored, ({ weighted }) => weighted);
  if (value === undefined) return undefined;
  return {
    value: value.alpha,
    influence: merged(scored.map(({ tally, scores }) => ({ tally, coefficient: value.moves(scores) }))),
    replicates: Float64Array.from({ length: sample.kind === 'replicates' ? sample.replicates : 0 }, (_, at) => {
      return alphaWith(scored, ({ replicates }) => replicates[at] ?? 0)?.alpha ?? Number.NaN;
    }),
  };
}

interface Alpha {
  readonly alpha: number;
  /** What a respondent with these scores moves alpha by, for each unit of weight. */
  readonly moves: (scores: readonly number[]) => number;
}

function alphaWith(scored: readonly Scored[], weightOf: (tally: Tally) => number): Alpha | undefined {
  const items = scored[0]?.scores.length ?? 0;
  const weight = scored.reduce((total, { tally }) => total + weightOf(tally), 0);
  if (items < 2 || !(weight > 0)) return undefined;
  const meanOf = (number: (scores: readonly number[]) => number): number =>
    scored.reduce((total, { tally, scores }) => total + weightOf(tally) * number(scores), 0) / weight;
  const means = Array.from({ length: items }, (_, item) => meanOf((scores) => scores[item] ?? 0));
  const ofItems = (scores: readonly number[]): number =>
    means.reduce((total, mean, item) => total + ((scores[item] ?? 0) - mean) ** 2, 0);
  const middle = means.reduce((total, mean) => total + mean, 0);
  const ofSum = (scores: readonly number[]): number => (scores.reduce((total, score) => total + score, 0) - middle) ** 2;
  const [within, whole] = [meanOf(ofItems), meanOf(ofSum)];
  if (!(whole > 0)) return undefined;
  const factor = items / (items - 1);
  return {
    alpha: factor * (1 - within / whole),
    moves: (scores) => (factor * ((within / whole) * ofSum(scores) - ofItems(scores))) / (whole * weight),
  };
}
