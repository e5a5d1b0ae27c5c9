import { addTallies } from '../estimation/tally';
import type { GroupTally, Tally, ValueTally } from './engine';
import { alphaEstimate, type Contribution, countEstimate, quantileEstimate, ratioEstimate, totalEstimate } from './estimate';
import { type Gathered, gather } from './gather';
import type { Plan } from './plan';
import type { Count, Estimate, Statistic, TableLabel } from './types';

/** One number of a cell with the respondents it is made of. */
export interface CellNumber {
  readonly key: { readonly category?: string; readonly at?: number };
  readonly statistic: Statistic;
  readonly estimate: Estimate;
  readonly base: Count;
  readonly counted: Count;
}

/** The share of a base that chose a category, a group of categories, or is missing with a kind (`missing`). */
export function categoryShare(
  gathered: Gathered,
  base: Tally,
  category: TableLabel,
  members: readonly string[] | undefined,
  missing: Tally | undefined,
): CellNumber {
  const wanted = new Set(category.net === true ? members : [category.id]);
  const chosen = missing ?? addTallies(gathered.known.filter((one) => wanted.has(`${one.values[0]}`)));
  return share({ category: category.id }, chosen, base);
}

function share(key: CellNumber['key'], chosen: Tally, base: Tally): CellNumber {
  const contributions = [
    { tally: chosen, a: 1, b: 0 },
    { tally: base, a: 0, b: 1 },
  ];
  return { key, statistic: 'share', estimate: ratioEstimate(contributions), base, counted: chosen };
}

/** The numbers of a measure that has no categories; a mean brings the median along where it stands for a question. */
export function numbersOf(plan: Plan, gathered: Gathered, base: Tally): readonly CellNumber[] {
  switch (plan.measure) {
    case 'share':
    case 'distribution':
      return [share({}, yesTally(gathered), base)];
    case 'count':
      return [countNumber(plan, gathered, base)];
    case 'mean':
      return plan.subject.kind === 'indicator' ? [mean(gathered)] : [mean(gathered), quantile(gathered, 'median', 0.5, {})];
    case 'median':
      return [quantile(gathered, 'median', 0.5, {})];
    case 'quantile':
      return plan.at.map((at) => quantile(gathered, 'quantile', at, { at }));
    case 'total':
      return [total(gathered)];
    case 'ratio':
      return [ratio(gathered)];
    case 'alpha':
      return [{ ...mean(gathered), statistic: 'alpha', estimate: alphaEstimate(gathered.known) }];
  }
}

function yesTally(gathered: Gathered): Tally {
  return addTallies(gathered.known.filter((one) => one.values[0] === 'yes'));
}

/** Unweighted: respondents for whom it is yes, or all in the base where nothing is counted but them. */
function countNumber(plan: Plan, gathered: Gathered, base: Tally): CellNumber {
  const counted = plan.rows[0]?.of.length === 0 ? base : yesTally(gathered);
  return { ...share({}, counted, base), statistic: 'count', estimate: countEstimate(counted.n) };
}

/** A number as it is; of a yes/no, 1 and 0. */
function numberOf(value: string | number | undefined): number {
  return typeof value === 'number' ? value : value === 'yes' ? 1 : 0;
}

function known(gathered: Gathered, of: (tally: ValueTally) => { a: number; b: number }): readonly Contribution[] {
  return gathered.known.map((tally) => ({ tally, ...of(tally) }));
}

function fromContributions(
  statistic: Statistic,
  gathered: Gathered,
  estimate: Estimate,
  key: CellNumber['key'] = {},
): CellNumber {
  const base = addTallies(gathered.known);
  return {
    key,
    statistic,
    estimate,
    base,
    counted: base,
  };
}

function mean(gathered: Gathered): CellNumber {
  const contributions = known(gathered, ({ values }) => ({ a: numberOf(values[0]), b: 1 }));
  return fromContributions('mean', gathered, ratioEstimate(contributions));
}

function total(gathered: Gathered): CellNumber {
  const contributions = known(gathered, ({ values }) => ({ a: numberOf(values[0]), b: 1 }));
  const number = fromContributions('total', gathered, totalEstimate(contributions));
  const isCondition = gathered.known.some(({ values }) => typeof values[0] === 'string');
  return isCondition ? { ...number, counted: yesTally(gathered) } : number;
}

function ratio(gathered: Gathered): CellNumber {
  const contributions = known(gathered, ({ values }) => ({ a: numberOf(values[0]), b: numberOf(values[1]) }));
  return fromContributions('ratio', gathered, ratioEstimate(contributions));
}

function quantile(gathered: Gathered, statistic: 'median' | 'quantile', at: number, key: CellNumber['key']): CellNumber {
  const contributions = known(gathered, ({ values }) => ({ a: numberOf(values[0]), b: 1 }));
  return fromContributions(statistic, gathered, quantileEstimate(gathered.known, at), key);
}

/** All ticks of a multiple response in a group, over its options. */
export function ticksIn(options: readonly (readonly GroupTally[])[], groups: readonly string[]): Tally {
  return addTallies(options.map((tallies) => yesTally(gather(tallies, groups))));
}
