import {
  alphaOf,
  type Contribution,
  combine,
  covarianceOf,
  degreesOfFreedom,
  differenceTest,
  type Estimated,
  holm,
  independence,
  type NoInterval,
  numberUncertainty,
  type OfWave,
  quantileOf,
  ratioOf,
  type Sample,
  shareUncertainty,
  type Tally,
  totalOf,
  type Uncertainty,
  varianceOf,
  waveDifference,
} from '../../server/src/language/estimation';
import { aboveF, beyondT, criticalT, quantileOfBeta } from '../../server/src/language/estimation/distributions';
import type { Interval } from '../../server/src/language/estimation/types';
import { drawnAs, type Row } from './drawn';
import { type Case, sampleOf } from './reference';

/** A number, an interval, a stratum, or nothing where we say that there is none. */
export type Computed = number | readonly number[] | string | undefined;

/** What we say of a case, by the fields that R says something of. */
export function computed(one: Case): Readonly<Record<string, Computed>> {
  const compute = byKind[one.kind];
  if (compute === undefined) throw new Error(`Nothing computes ${one.kind}.`);
  return compute(one);
}

type Compute = (one: Case) => Readonly<Record<string, Computed>>;

const ofDomain = { level: 0.95, df: 'domain', method: 'logit', cap: false } as const;

const byKind: Readonly<Record<string, Compute>> = {
  mean: (one) => numbers(one, mean(one, domainOf(one))),
  total: (one) => numbers(one, total(one, domainOf(one))),
  ratio: (one) => numbers(one, ratio(one, domainOf(one))),
  wald: (one) => {
    const estimated = mean(one, domainOf(one));
    const uncertainty =
      estimated && numberUncertainty(sampleOf(one).sample, estimated, { level: one.level ?? 0.95, df: 'domain' });
    return { ...ends(uncertainty?.kind === 'value' ? uncertainty.interval : undefined) };
  },
  share: shareIntervals,
  share_at_end: (one) => {
    const uncertainty = shareUncertaintyOf(one, false);
    return { one_sided: uncertainty?.kind === 'value' ? endsOf(uncertainty.interval) : undefined };
  },
  quantile,
  difference: (one) => difference(one, mean),
  difference_of_ratios: (one) => difference(one, ratio),
  difference_of_totals: (one) => difference(one, total),
  difference_of_categories: (one) => differenceOf(one, categoryShare(one, one.from), categoryShare(one, one.to)),
  independence: tableTest,
  t_test: tTest,
  alpha: (one) => {
    const { sample, rows } = sampleOf(one);
    const tallies = tallied(one, domainOf(one), one.items ?? []);
    const scored = tallies.map(({ tally, place }) => ({
      tally,
      scores: (one.items ?? []).map((item) => Number(rows[place]?.[item])),
    }));
    const alpha = alphaOf(sample, scored);
    return { value: alpha?.value, se: alpha && error(sample, alpha) };
  },
  waves: ({ arguments: before = [], others: after = [] }) => {
    const [from, to] = [before, after].map(waveOf);
    const found = from && to && waveDifference(from, to, ofDomain);
    if (found?.uncertainty.kind !== 'value' || found.test.kind !== 'value') return {};
    const { t, pValue: p, degreesOfFreedom: df } = found.test;
    return { value: found.value, se: found.uncertainty.standardError, t, df, p, ...ends(found.uncertainty.interval) };
  },
  t_quantile: ({ arguments: [p = 0, df = 1] = [] }) => ({ value: criticalT(2 * p - 1, df) }),
  beta_quantile: ({ arguments: [p = 0, a = 1, b = 1] = [] }) => ({ value: quantileOfBeta(p, a, b) }),
  above_f: ({ arguments: [f = 0, ndf = 1, ddf = 1] = [] }) => ({ value: aboveF(f, ndf, ddf) }),
  beyond_t: ({ arguments: [t = 0, df = 1] = [] }) => ({ value: beyondT(t, df) }),
  holm: ({ arguments: pValues = [] }) => ({ value: holm(pValues) }),
};

const domains = new Map<string, readonly number[]>();

/** The rows of a case's domain, looked up once. */
function domainOf({ sample, where = {} }: Case): readonly number[] {
  const key = JSON.stringify([sample, where]);
  const { rows } = sampleOf({ kind: '', ...(sample === undefined ? {} : { sample }), expect: {} });
  const isIn = (row: Row): boolean => Object.entries(where).every(([column, value]) => isOf(row, column, value));
  const places = domains.get(key) ?? rows.flatMap((row, place) => (isIn(row) ? place : []));
  domains.set(key, places);
  return places;
}

function isOf(row: Row | undefined, column: string, value: string | undefined): boolean {
  return String(row?.[column]) === value;
}

/** Those of the places that are equal in the columns, added up; with the place of one of them. */
function tallied(one: Case, places: readonly number[], columns: readonly string[]): readonly { tally: Tally; place: number }[] {
  const { rows, tallyOf } = sampleOf(one);
  const groups = new Map<string, number[]>();
  for (const place of places) {
    const key = columns.map((column) => rows[place]?.[column]).join('\n');
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return Array.from(groups.values(), (group) => ({ tally: tallyOf(group), place: group[0] ?? 0 }));
}

type Estimate = (one: Case, places: readonly number[]) => Estimated | undefined;

function mean(one: Case, places: readonly number[]): Estimated | undefined {
  return ratioOf(
    sampleOf(one).sample,
    contributionsOf(one, places, one.of ?? '', () => 1),
  );
}

function total(one: Case, places: readonly number[]): Estimated | undefined {
  return totalOf(
    sampleOf(one).sample,
    contributionsOf(one, places, one.of ?? '', () => 0),
  );
}

function ratio(one: Case, places: readonly number[]): Estimated | undefined {
  return ratioOf(
    sampleOf(one).sample,
    contributionsOf(one, places, one.of ?? '', (row) => Number(row?.[one.over ?? ''])),
  );
}

function contributionsOf(
  one: Case,
  places: readonly number[],
  column: string,
  b: (row: Row | undefined) => number,
): readonly Contribution[] {
  const { rows } = sampleOf(one);
  return tallied(one, places, [column, one.over ?? column]).map(({ tally, place }) => ({
    tally,
    a: Number(rows[place]?.[column]),
    b: b(rows[place]),
  }));
}

function numbers(one: Case, estimated: Estimated | undefined): Readonly<Record<string, Computed>> {
  const { sample } = sampleOf(one);
  if (estimated === undefined) return {};
  const found = numberUncertainty(sample, estimated, ofDomain);
  if (found.kind === 'none') return { value: estimated.value, ...(found.stratum === undefined ? {} : { lone: found.stratum }) };
  return { value: estimated.value, se: found.standardError, df: found.degreesOfFreedom, deff: found.designEffect };
}

function shareIntervals(one: Case): Readonly<Record<string, Computed>> {
  const uncapped = byMethod(shareUncertaintyOf(one, false));
  const { logit: xlogit, likelihood: likelihood_in_r } = uncapped;
  return { ...uncapped, xlogit, likelihood_in_r, beta_capped: byMethod(shareUncertaintyOf(one, true)).beta };
}

function shareUncertaintyOf(one: Case, cap: boolean): Uncertainty | undefined {
  const { sample, tallyOf } = sampleOf(one);
  const places = domainOf(one);
  const estimated = mean(one, places);
  const options = { ...ofDomain, level: one.level ?? 0.95, df: one.df === 'design' ? 'design' : 'domain', cap } as const;
  return estimated && shareUncertainty(sample, estimated, [tallyOf(places)], options);
}

function byMethod(uncertainty: Uncertainty | undefined): Readonly<Record<string, Computed>> {
  if (uncertainty?.kind !== 'value') return {};
  return Object.fromEntries(uncertainty.intervals.map((one) => [one.method, endsOf(one)]));
}

function endsOf(interval: Interval | NoInterval): readonly number[] | undefined {
  return interval.kind === 'interval' ? [interval.low, interval.high] : undefined;
}

function ends(interval: Interval | NoInterval | undefined): Readonly<Record<string, Computed>> {
  return interval?.kind === 'interval' ? { low: interval.low, high: interval.high } : {};
}

function quantile(one: Case): Readonly<Record<string, Computed>> {
  const { sample } = sampleOf(one);
  const found = quantileOf(
    sample,
    contributionsOf(one, domainOf(one), one.of ?? '', () => 1),
    one.at ?? 0.5,
    { ...ofDomain, level: one.level ?? 0.95 },
  );
  if (found?.uncertainty.kind !== 'value') return { value: found?.value, none: 1 };
  return { value: found.value, se: found.uncertainty.standardError, ...ends(found.uncertainty.interval) };
}

function difference(one: Case, estimate: Estimate): Readonly<Record<string, Computed>> {
  const { rows } = sampleOf(one);
  const groupOf = (value: string | undefined): readonly number[] =>
    domainOf(one).filter((place) => isOf(rows[place], one.by ?? '', value));
  return differenceOf(one, estimate(one, groupOf(one.from)), estimate(one, groupOf(one.to)));
}

function differenceOf(one: Case, from: Estimated | undefined, to: Estimated | undefined): Readonly<Record<string, Computed>> {
  const { sample } = sampleOf(one);
  if (!from || !to) return {};
  const found = combine([
    { estimated: to, coefficient: 1 },
    { estimated: from, coefficient: -1 },
  ]);
  const covariance = covarianceOf(sample, from, to);
  return {
    value: found.value,
    se: error(sample, found),
    covariance: covariance.kind === 'value' ? covariance.value : undefined,
  };
}

/** Of two categories of one variable the tallies must be the same objects, so both shares are made from those kept here. */
const categories = new Map<Case, ReturnType<typeof tallied>>();

function categoryShare(one: Case, category: string | undefined): Estimated | undefined {
  const { sample, rows } = sampleOf(one);
  const tallies = categories.get(one) ?? tallied(one, domainOf(one), [one.by ?? '']);
  categories.set(one, tallies);
  return ratioOf(
    sample,
    tallies.map(({ tally, place }) => ({ tally, a: isOf(rows[place], one.by ?? '', category) ? 1 : 0, b: 1 })),
  );
}

function tableTest(one: Case): Readonly<Record<string, Computed>> {
  const { sample, rows } = sampleOf(one);
  const [row = '', column = ''] = [one.of, one.over];
  const cells = tallied(one, domainOf(one), [row, column]);
  const found = independence(
    sample,
    cells.map(({ tally, place }) => ({ row: rows[place]?.[row] ?? '', column: rows[place]?.[column] ?? '', tally })),
  );
  const df = degreesOfFreedom(
    sample,
    cells.map(({ tally }) => tally),
  );
  if (found.kind === 'none') return found.reason === 'lone_psu' ? { lone: found.stratum } : {};
  return { f: found.f, ndf: found.numeratorDf, ddf: found.denominatorDf, p: found.pValue, df };
}

function tTest(one: Case): Readonly<Record<string, Computed>> {
  const { sample, rows, tallyOf } = sampleOf(one);
  const shareIn = (group: string | undefined): Estimated | undefined => {
    const places = domainOf(one).filter((place) => isOf(rows[place], one.by ?? '', group));
    const isHigh = (place: number): boolean => isOf(rows[place], one.of ?? '', one.high);
    const [high, low] = [tallyOf(places.filter(isHigh)), tallyOf(places.filter((place) => !isHigh(place)))];
    return ratioOf(sample, [
      { tally: high, a: 1, b: 1 },
      { tally: low, a: 0, b: 1 },
    ]);
  };
  const [from, to] = [shareIn(one.from), shareIn(one.to)];
  if (!from || !to) return {};
  const found = differenceTest(
    sample,
    combine([
      { estimated: to, coefficient: 1 },
      { estimated: from, coefficient: -1 },
    ]),
    Number(one.df),
  );
  return found.kind === 'value' ? { t: found.t, p: found.pValue } : {};
}

/** The mean of numbers of respondents who were drawn each by themselves. */
function waveOf(numbersOfWave: readonly number[]): OfWave | undefined {
  const rows = numbersOfWave.map((number, place) => ({ number, place }));
  const { sample, tallyOf } = drawnAs(rows, { ids: ['*'], strata: [], fpc: [] });
  const estimated = ratioOf(
    sample,
    rows.map(({ number, place }) => ({ tally: tallyOf([place]), a: number, b: 1 })),
  );
  return estimated && { sample, estimated };
}

function error(sample: Sample, estimated: Estimated): number | undefined {
  const variance = varianceOf(sample, estimated);
  return variance.kind === 'value' ? Math.sqrt(variance.value) : undefined;
}
