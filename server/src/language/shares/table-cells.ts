import type { Sample } from '../estimation/sample';
import { type Bounds, type BoundTallies, boundsIn } from './bounds';
import { baseOf, type CellNumber, categoryShare, type Estimating, numbersOf, tickShare, ticksIn } from './cell-numbers';
import type { GroupTally, TabulationResult } from './engine';
import { none } from './estimate';
import { type Gathered, gather, kindsInBase, tallyOf, waterfall } from './gather';
import type { Plan } from './plan';
import type { RowRequests } from './plan-requests';
import type { Cell, Statistic, TableLabel } from './types';

/** What the cells of one table have in common. */
export interface TableContext extends Estimating {
  readonly plan: Plan;
  readonly sample: Sample;
  readonly by: readonly string[];
  readonly categories: readonly TableLabel[];
  /** The groups of the table's cells, in its order. */
  readonly patterns: readonly (readonly string[])[];
  readonly resultOf: ResultOf;
  /** Of a share of ticks: the tallies of every option, and of all options together. */
  readonly ticks?: { readonly options: readonly (readonly GroupTally[])[]; readonly together: readonly GroupTally[] };
}

export type ResultOf = (request: RowRequests['own']) => TabulationResult;

/** The cells of one row of the plan, group by group; one without a number where the row can't be counted. */
export function rowCells(context: TableContext, requests: RowRequests): readonly Cell[] {
  const { row } = requests;
  const item = row.item === undefined ? {} : { item: row.item.id };
  const result = context.resultOf(requests.own);
  if (result.kind === 'none') return [emptyCell(context, item, none(result.reason))];
  return context.patterns.flatMap((groups) => cellsIn(context, requests, gather(result.groups, groups), groups));
}

/** The cells of one group. */
export function cellsIn(
  context: TableContext,
  requests: RowRequests,
  gathered: Gathered,
  groups: readonly string[],
): readonly Cell[] {
  const { item } = requests.row;
  const bounds = boundTallies(context, requests);
  return numbersIn(context, requests, gathered, groups).map((number) => {
    const bound = boundsOf(context.plan, number.key.category, bounds, groups);
    return {
      ...(item === undefined ? {} : { item: item.id }),
      ...number.key,
      groups,
      statistic: number.statistic,
      estimate: number.estimate,
      ...(bound === undefined ? {} : { bounds: bound }),
      waterfall: waterfall(gathered, number.base, number.counted),
      ...(number.uncertainty === undefined ? {} : { uncertainty: number.uncertainty }),
    };
  });
}

/** The numbers of one group: of each category, or those of the measure. */
export function numbersIn(
  context: TableContext,
  { row }: RowRequests,
  gathered: Gathered,
  groups: readonly string[],
): readonly CellNumber[] {
  const { plan, ticks } = context;
  if (ticks !== undefined) {
    const option = plan.rows.indexOf(row);
    const number = tickShare(context, gathered, ticksIn(ticks.options, groups), gather(ticks.together, groups), option);
    return [plan.measure === 'distribution' ? { ...number, key: { category: 'yes' } } : number];
  }
  const admitted = kindsInBase(plan.base).map((kind) => tallyOf(gathered, kind));
  const base = baseOf(gathered, admitted);
  if (plan.measure !== 'distribution') return numbersOf(context, gathered, base);
  return context.categories.map((category) => {
    const missing = category.missing === undefined ? undefined : tallyOf(gathered, category.missing);
    return categoryShare(context, gathered, base, category, missing);
  });
}

function boundTallies({ resultOf }: TableContext, { bounds }: RowRequests): BoundTallies | undefined {
  if (bounds === undefined) return undefined;
  const [low, high] = [resultOf(bounds.low), resultOf(bounds.high)];
  return low.kind === 'tabulation' && high.kind === 'tabulation' ? { low: low.groups, high: high.groups } : undefined;
}

/** Of a share, or of the yes and no of a distribution: a no is possible wherever a yes is not certain. */
function boundsOf(
  { measure }: Plan,
  category: string | undefined,
  tallies: BoundTallies | undefined,
  groups: readonly string[],
): Bounds | undefined {
  if (tallies === undefined || (category === undefined && measure !== 'share')) return undefined;
  const bounds = boundsIn(tallies, groups);
  if (bounds === undefined || category === undefined || category === 'yes') return bounds;
  return category === 'no' ? { low: 1 - bounds.high, high: 1 - bounds.low } : undefined;
}

const statisticOf = (plan: Plan): Statistic => (plan.measure === 'distribution' ? 'share' : plan.measure);

function emptyCell(context: TableContext, item: { readonly item?: string }, estimate: Cell['estimate']): Cell {
  const nobody = { n: 0, weighted: 0 };
  return {
    ...item,
    groups: context.by.map(() => 'total'),
    statistic: statisticOf(context.plan),
    estimate,
    waterfall: waterfall(gather([], []), nobody, nobody),
  };
}
