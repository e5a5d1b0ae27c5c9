import type { Cell, ShareTable, WaterfallLevel } from '../../types';
import type { Counts, Relations } from '../relations';

/** The levels of a base, as tables show them. */
export type Level = Exclude<WaterfallLevel, 'base' | 'counted'>;

export const levels: readonly Level[] = ['all', 'amongNo', 'amongMissing', 'asked', 'answered', 'substantive'];

/** What a cell counts, under names that are the same in every table that shows the same number. */
export interface CellNames {
  readonly groups: ReadonlyMap<string, string>;
  /** Everything but the groups: what a quantity of other groups has in common with this one. */
  readonly stems: Readonly<Record<Level | 'base' | 'counted', string>>;
  /** Of a mean, total or quantile, the amount behind it. */
  readonly amount: string | undefined;
  readonly counts: Counts;
  /** Whether the base is one of respondents, of whom those counted are a part. */
  readonly hasRest: boolean;
}

export function namesOf(relations: Relations, table: ShareTable, cell: Cell): CellNames {
  const counts = relations.countsOf(table);
  const of = cell.item === undefined ? counts.of : `${counts.of}.${cell.item}`;
  const within = `${of} | ${counts.among}`;
  const isOfPeople = countsPeople(cell, counts);
  const substantive = `${within} | substantive`;
  const base = table.base === 'responses' ? `${counts.of} | ${counts.among} | ticks` : `${within} | ${table.base}`;
  const [dropped, unknown] = droppedBy(counts.among);
  return {
    groups: groupsOf(table, cell),
    stems: {
      all: 'all',
      amongNo: dropped,
      amongMissing: unknown,
      asked: `${within} | asked`,
      answered: `${within} | answered`,
      substantive,
      base: isOfPeople && cell.statistic !== 'total' ? base : substantive,
      counted: countedStem(within, cell, counts, isOfPeople, table),
    },
    amount: isOfPeople ? undefined : `${within} | ${amountOf(cell)}`,
    counts,
    hasRest: isOfPeople && table.base !== 'responses' && counts.of !== '',
  };
}

/** A share, a count, or the estimated number of those with a property. */
function countsPeople({ statistic }: Cell, { isCondition }: Counts): boolean {
  return statistic === 'share' || statistic === 'count' || (statistic === 'total' && isCondition);
}

/** A count of all counts its base, and so does a mean. */
function countedStem(within: string, cell: Cell, counts: Counts, isOfPeople: boolean, { base }: ShareTable): string {
  if (!isOfPeople) return `${within} | substantive`;
  return counts.of === '' ? `${within} | ${base}` : `${within} | is ${categoryOf(cell, counts)}`;
}

/** The category that is counted, as the variable knows it. */
function categoryOf({ category }: Cell, { yes }: Counts): string {
  if (category === undefined || category === 'yes') return yes;
  return category === 'no' && yes !== 'yes' ? `not ${yes}` : category;
}

/** Who `among` drops: where it is a yes/no variable, those for whom it is no. */
function droppedBy(among: string): readonly [string, string] {
  if (among === '') return ['nobody dropped', 'nobody unknown'];
  return [`${among} |  | is no`, `${among} |  | is not known`];
}

/** Means and totals of one thing have one amount; quantiles are of no sum. */
function amountOf({ statistic, at }: Cell): string {
  return statistic === 'mean' || statistic === 'total' ? 'amount' : `${statistic} ${at ?? ''}`;
}

export function groupsOf({ by }: ShareTable, { groups }: Cell): ReadonlyMap<string, string> {
  const named = by.flatMap((variable, at) => {
    const group = groups[at] ?? 'total';
    return group === 'total' ? [] : [[variable, group] as const];
  });
  return new Map(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The full name of a quantity. */
export function nameIn(stem: string, groups: ReadonlyMap<string, string>): string {
  return `${stem} || ${[...groups].map(([variable, group]) => `${variable}=${group}`).join('&')}`;
}
