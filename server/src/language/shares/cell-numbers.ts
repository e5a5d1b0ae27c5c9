import {
  alphaOf,
  type Contribution,
  type Estimated,
  type IntervalOptions,
  numberUncertainty,
  quantileOf,
  ratioOf,
  shareUncertainty,
  totalOf,
} from '../estimation';
import type { Sample } from '../estimation/sample';
import { addTallies } from '../estimation/tally';
import { present } from '../model/fields';
import type { GroupTally, Tally, ValueTally } from './engine';
import { countEstimate, estimateFrom, none } from './estimate';
import { type Gathered, gather } from './gather';
import type { Plan } from './plan';
import type { Count, Estimate, NoNumber, Statistic, TableLabel, Uncertainty } from './types';

/** What numbers of one table are estimated with. */
export interface Estimating {
  readonly plan: Plan;
  readonly sample: Sample;
  readonly intervals: IntervalOptions;
}

/** One number of a cell with the respondents it is made of. */
export interface CellNumber {
  readonly key: { readonly category?: string; readonly at?: number };
  readonly statistic: Statistic;
  readonly estimate: Estimate;
  readonly base: Count;
  readonly counted: Count;
  /** What its differences from others are made of. */
  readonly estimated?: Estimated;
  readonly uncertainty?: Uncertainty;
}

/** The respondents of a base, each in one part of it. */
export interface Base {
  readonly all: Tally;
  readonly parts: readonly Tally[];
}

/** Everyone in a base: those with a known answer, and those missing with a kind the base admits. */
export function baseOf(gathered: Gathered, missing: readonly Tally[]): Base {
  const parts = [...gathered.known, ...missing].filter(({ n }) => n > 0);
  return { all: addTallies(parts), parts };
}

/** The share of a base that chose a category, a group of categories, or is missing with a kind (`missing`). */
export function categoryShare(
  estimating: Estimating,
  gathered: Gathered,
  base: Base,
  category: TableLabel,
  missing: Tally | undefined,
): CellNumber {
  const members = category.net === true ? estimating.plan.nets.get(category.id) : [category.id];
  const wanted = new Set(members);
  const chosen = missing === undefined ? gathered.known.filter((one) => wanted.has(`${one.values[0]}`)) : [missing];
  return share(estimating, { category: category.id }, chosen, base);
}

function share({ sample, intervals }: Estimating, key: CellNumber['key'], chosen: readonly Tally[], base: Base): CellNumber {
  const isChosen = new Set(chosen);
  const contributions = base.parts.map((tally) => ({ tally, a: isChosen.has(tally) ? 1 : 0, b: 1 }));
  return {
    key,
    statistic: 'share',
    base: base.all,
    counted: addTallies(chosen),
    ...estimate(ratioOf(sample, contributions), 'empty_base', (one) => shareUncertainty(sample, one, base.parts, intervals)),
  };
}

/** The estimate with its uncertainty, or why there is none. */
function estimate(
  estimated: Estimated | undefined,
  otherwise: NoNumber,
  uncertaintyOf: (estimated: Estimated) => Uncertainty,
): Pick<CellNumber, 'estimate' | 'estimated' | 'uncertainty'> {
  if (estimated === undefined) return { estimate: none(otherwise) };
  return { estimate: estimateFrom(estimated), estimated, uncertainty: uncertaintyOf(estimated) };
}

/** The numbers of a measure that has no categories; a mean brings the median along where it stands for a question. */
export function numbersOf(estimating: Estimating, gathered: Gathered, base: Base): readonly CellNumber[] {
  const { plan } = estimating;
  switch (plan.measure) {
    case 'share':
    case 'distribution':
      return [share(estimating, {}, yesOf(gathered), base)];
    case 'count':
      return [countNumber(plan, gathered, base)];
    case 'mean':
      return plan.subject.kind === 'indicator'
        ? [mean(estimating, gathered)]
        : [mean(estimating, gathered), quantile(estimating, gathered, 'median', 0.5, {})];
    case 'median':
      return [quantile(estimating, gathered, 'median', 0.5, {})];
    case 'quantile':
      return plan.at.map((at) => quantile(estimating, gathered, 'quantile', at, { at }));
    case 'total':
      return [total(estimating, gathered)];
    case 'ratio':
      return [ratio(estimating, gathered)];
    case 'alpha':
      return [alpha(estimating, gathered)];
  }
}

function yesOf(gathered: Gathered): readonly Tally[] {
  return gathered.known.filter((one) => one.values[0] === 'yes');
}

/** Unweighted: respondents for whom it is yes, or all in the base where nothing is counted but them. What was found has no error. */
function countNumber(plan: Plan, gathered: Gathered, base: Base): CellNumber {
  const counted = plan.rows[0]?.of.length === 0 ? base.all : addTallies(yesOf(gathered));
  return { key: {}, statistic: 'count', estimate: countEstimate(counted.n), base: base.all, counted };
}

/** A number as it is; of a yes/no, 1 and 0. */
function numberOf(value: string | number | undefined): number {
  return typeof value === 'number' ? value : value === 'yes' ? 1 : 0;
}

function contributionsOf(gathered: Gathered, b: (tally: ValueTally) => number): readonly Contribution[] {
  return gathered.known.map((tally) => ({ tally, a: numberOf(tally.values[0]), b: b(tally) }));
}

function knownBase(gathered: Gathered): Pick<CellNumber, 'base' | 'counted'> {
  const base = addTallies(gathered.known);
  return { base, counted: base };
}

function mean(estimating: Estimating, gathered: Gathered): CellNumber {
  return {
    key: {},
    statistic: 'mean',
    ...knownBase(gathered),
    ...ofRatio(
      estimating,
      contributionsOf(gathered, () => 1),
    ),
  };
}

function ratio(estimating: Estimating, gathered: Gathered): CellNumber {
  const contributions = contributionsOf(gathered, ({ values }) => numberOf(values[1]));
  return { key: {}, statistic: 'ratio', ...knownBase(gathered), ...ofRatio(estimating, contributions) };
}

function ofRatio({ sample, intervals }: Estimating, contributions: readonly Contribution[]) {
  return estimate(ratioOf(sample, contributions), 'empty_base', (one) => numberUncertainty(sample, one, intervals));
}

function total({ sample, intervals }: Estimating, gathered: Gathered): CellNumber {
  const estimated = totalOf(
    sample,
    contributionsOf(gathered, () => 1),
  );
  const isCondition = gathered.known.some(({ values }) => typeof values[0] === 'string');
  return {
    key: {},
    statistic: 'total',
    ...knownBase(gathered),
    ...(isCondition ? { counted: addTallies(yesOf(gathered)) } : {}),
    ...estimate(estimated, 'empty_base', (one) => numberUncertainty(sample, one, intervals)),
  };
}

function quantile(
  { sample, intervals }: Estimating,
  gathered: Gathered,
  statistic: 'median' | 'quantile',
  at: number,
  key: CellNumber['key'],
): CellNumber {
  const found = quantileOf(
    sample,
    contributionsOf(gathered, () => 1),
    at,
    intervals,
  );
  const base = { key, statistic, ...knownBase(gathered) };
  if (found === undefined) return { ...base, estimate: none('empty_base') };
  const { value, estimated, uncertainty } = found;
  return { ...base, estimate: { kind: 'value', value }, uncertainty, ...present({ estimated }) };
}

function alpha({ sample, intervals }: Estimating, gathered: Gathered): CellNumber {
  const scored = gathered.known.map((tally) => ({ tally, scores: tally.values.map(Number) }));
  const otherwise = gathered.known.length === 0 ? 'empty_base' : 'not_determinable';
  return {
    key: {},
    statistic: 'alpha',
    ...knownBase(gathered),
    ...estimate(alphaOf(sample, scored), otherwise, (one) => numberUncertainty(sample, one, intervals)),
  };
}

/**
 * The share of all ticks of a multiple response that are of one option.
 * @param ticks of the whole question: each tick counts, so that a respondent may stand in it several times
 * @param together the respondents by the boxes they ticked: what the variance is made of. One with a box that can't be read is
 * not in it, and then there is none.
 */
export function tickShare(
  { sample, intervals }: Estimating,
  gathered: Gathered,
  ticks: Tally,
  together: Gathered,
  option: number,
): CellNumber {
  const chosen = addTallies(yesOf(gathered));
  const isYes = (value: string | number | undefined) => value === 'yes';
  const contributions = together.known.map((tally) => ({
    tally,
    a: isYes(tally.values[option]) ? 1 : 0,
    b: tally.values.filter(isYes).length,
  }));
  const sumOf = (part: 'a' | 'b') => contributions.reduce((sum, one) => sum + one.tally.n * one[part], 0);
  const cell = { key: {}, statistic: 'share', base: ticks, counted: chosen } as const;
  if (sumOf('a') === chosen.n && sumOf('b') === ticks.n) {
    const uncertaintyOf = (one: Estimated) => shareUncertainty(sample, one, together.known, intervals);
    return { ...cell, ...estimate(ratioOf(sample, contributions), 'empty_base', uncertaintyOf) };
  }
  const plain = ratioOf(sample, [
    { tally: chosen, a: 1, b: 0 },
    { tally: ticks, a: 0, b: 1 },
  ]);
  return { ...cell, estimate: plain === undefined ? none('empty_base') : estimateFrom(plain), uncertainty: notDefined };
}

const notDefined: Uncertainty = { kind: 'none', reason: 'not_defined' };

/** All ticks of a multiple response in a group, over its options. */
export function ticksIn(options: readonly (readonly GroupTally[])[], groups: readonly string[]): Tally {
  return addTallies(options.flatMap((tallies) => yesOf(gather(tallies, groups))));
}
