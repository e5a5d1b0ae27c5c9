import type { Stratum } from '../../estimation/sample';
import type { Check, CheckSubject, Finding } from '../check';
import { weightedDesignIn } from './design-example';
import { strataNamed } from './strata-named';

export const weightsMissPopulation: Check = {
  code: 'weights-miss-population',
  severity: 'hint',
  title: 'Weights that do not sum to the population',
  doc: {
    why: 'Where respondents are drawn from strata, their weights stand for the population of the stratum and sum to its size, about. Where they sum to much less or more, the weights may be of another unit or another population than `fpc`, or were scaled; then totals are wrong, and so may shares of several strata together be.',
    wrong: weighted(['1,north,20', '1,north,20', '10,south,20', '10,south,20']),
    right: weighted(['10,north,20', '10,north,20', '9.5,south,20', '10,south,20']),
  },
  needsData: true,
  runOnFile: findMissing,
};

function weighted(rows: readonly string[]): string {
  return weightedDesignIn('{strata: region, fpc: population}', 'region,population', rows);
}

/** The part of the population by which weights may miss it: calibrated weights need not sum to it in each stratum. */
const tolerance = 0.1;

const mostNamed = 10;

function* findMissing({ codebook, bound }: CheckSubject): Iterable<Finding> {
  const weight = codebook.data?.weight;
  const { sample, leafOf } = bound?.drawn(true) ?? {};
  if (weight === undefined || bound?.weights === undefined || sample?.kind !== 'linearised') return;
  const sums = new Float64Array(sample.leaves);
  for (const [row, value] of bound.weights.entries()) {
    const leaf = leafOf?.[row] ?? 0;
    sums[leaf] = (sums[leaf] ?? 0) + value;
  }
  const missed = sample.strata.filter((stratum) => misses(stratum, sums));
  if (missed.length === 0) return;
  const examples = missed.slice(0, mostNamed).map(({ label, sampled }) => ({ text: label, count: sampled }));
  yield {
    place: weight.place,
    expected: 'The weights of a stratum should sum to its population.',
    found: `they miss it by more than a tenth in ${strataNamed({ count: missed.length, examples }, false)}`,
  };
}

/** Of clusters the weights need not sum to the number of clusters. */
function misses({ population, units }: Stratum, sums: Float64Array): boolean {
  if (population === undefined || units.kind !== 'respondents') return false;
  return Math.abs((sums[units.leaf] ?? 0) - population) > tolerance * population;
}
