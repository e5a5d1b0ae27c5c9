import type { Cell, ShareTable, WaterfallLevel } from '../../types';
import type { Counts, Relations } from '../relations';

/** The levels of a base, as tables show them. */
export type Level = Exclude<WaterfallLevel, 'base' | 'counted'>;

export const levels: readonly Level[] = ['all', 'amongNo', 'amongMissing', 'asked', 'answered', 'substantive'];

/**
 * Who is counted, as a set of conditions: `actor=agency` and `met=yes` are the agencies that met, whether `met` splits a table,
 * restricts its base or is what it counts. So one name is one number, wherever it is shown.
 */
export type Conditions = readonly string[];

/** What a cell counts, under the same names as every other cell that shows the same. */
export interface CellNames {
  readonly groups: ReadonlyMap<string, string>;
  /** The conditions of each count beside those of the groups. */
  readonly conditions: Readonly<Record<Level | 'base' | 'counted', Conditions>>;
  /** Of a mean, total or quantile, the amount behind it. */
  readonly amount: Conditions | undefined;
  readonly counts: Counts;
  /** The question or item that is counted. */
  readonly of: string;
  /** The condition that restricts the base. */
  readonly restriction: string | undefined;
  /** Whether the base is one of respondents, of whom those counted are a part. */
  readonly hasRest: boolean;
}

export function namesOf(relations: Relations, table: ShareTable, cell: Cell): CellNames {
  const counts = relations.countsOf(table, cell.item);
  const of = cell.item === undefined ? counts.of : `${counts.of}.${cell.item}`;
  const restriction = counts.among && `${counts.among.of}=${counts.among.yes}`;
  const within: Conditions = restriction === undefined ? [] : [restriction];
  const isOfPeople = countsPeople(cell, counts);
  const asked = counts.isForAll ? within : [...within, `${of} asked`];
  const substantive = [...within, `${of} known`];
  const byLevel = { asked, answered: [...within, `${of} answered`], substantive };
  const [no, missing] = droppedBy(counts);
  const base = table.base === 'responses' ? [...within, `${counts.of} ticks`] : byLevel[table.base];
  return {
    groups: groupsOf(table, cell),
    conditions: {
      all: [],
      amongNo: no,
      amongMissing: missing,
      ...byLevel,
      base: isOfPeople && cell.statistic !== 'total' ? base : substantive,
      counted: !isOfPeople ? substantive : counts.of === '' ? base : [...within, countedCondition(cell, counts, of)],
    },
    amount: isOfPeople ? undefined : [...within, `${of} ${amountOf(cell)}`],
    counts,
    of,
    restriction,
    hasRest: isOfPeople && table.base !== 'responses' && counts.of !== '',
  };
}

/** A share, a count, or the estimated number of those with a property. */
function countsPeople({ statistic }: Cell, { isCondition }: Counts): boolean {
  return statistic === 'share' || statistic === 'count' || (statistic === 'total' && isCondition);
}

/** The category that is counted, as the variable knows it. */
function countedCondition({ category }: Cell, { yes }: Counts, of: string): string {
  if (category === undefined || category === 'yes') return `${of}=${yes}`;
  return category === 'no' ? noOf(of, yes) : `${of}=${category}`;
}

/** What is known and is not a yes. */
export function noOf(of: string, yes: string): string {
  return yes === 'yes' ? `${of}=no` : `${of}≠${yes}`;
}

/** Who `among` drops: those for whom it is no, and those of whom it is not known. */
function droppedBy({ among }: Counts): readonly [Conditions, Conditions] {
  if (among === undefined) return [['nobody'], ['nobody']];
  return [[noOf(among.of, among.yes)], [`${among.of}=missing`]];
}

/** Means and totals of one thing have one amount; quantiles are of no sum. */
function amountOf({ statistic, at }: Cell): string {
  return statistic === 'mean' || statistic === 'total' ? 'amount' : `${statistic} ${at ?? ''}`;
}

/** Whether amounts of groups add up to that of all. */
export function addsUp(amount: Conditions): boolean {
  return amount.at(-1)?.endsWith(' amount') === true;
}

export function groupsOf({ by }: ShareTable, { groups }: Cell): ReadonlyMap<string, string> {
  return new Map(
    by.flatMap((variable, at) => {
      const group = groups[at] ?? 'total';
      return group === 'total' ? [] : [[variable, group] as const];
    }),
  );
}

/** The full name of a quantity: its conditions in one order, each once. */
export function nameIn(conditions: Conditions, groups: ReadonlyMap<string, string>): string {
  const all = [...conditions, ...[...groups].map(([variable, group]) => `${variable}=${group}`)];
  return [...new Set(all)].sort().join(' & ');
}
