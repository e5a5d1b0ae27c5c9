import type { GroupTally } from './engine';
import { type Gathered, gather } from './gather';
import type { RowRequests } from './plan-requests';
import { contributionsOf } from './policy/contributions';
import type { Contributions } from './policy/disclosure/concentration';
import type { Repair } from './policy/types';
import { cellsIn, type TableContext } from './table-cells';
import type { Cell, ShareTable, TableLabel } from './types';

/** A table, and what a policy asks of the counts behind it. */
export interface CountedTable {
  readonly table: ShareTable;
  /** A cell as it would be after a change, computed anew; `undefined` where it can't be. */
  readonly remake: (cell: Cell, repair: Repair) => Cell | undefined;
  /** The largest amounts behind a mean or total; `undefined` for what is no sum of amounts. */
  readonly contributions: (cell: Cell) => Contributions | undefined;
}

export function countedTable(table: ShareTable, context: TableContext, rows: readonly RowRequests[]): CountedTable {
  const rowOf = ({ item }: Cell): RowRequests | undefined => rows.find(({ row }) => row.item?.id === item);
  const groupsOf = (row: RowRequests): readonly GroupTally[] => {
    const result = context.resultOf(row.own);
    return result.kind === 'tabulation' ? result.groups : [];
  };
  return {
    table,
    remake: (cell, repair) => {
      const row = rowOf(cell);
      return row && context.ticks === undefined ? remade(context, row, groupsOf(row), cell, repair) : undefined;
    },
    contributions: (cell) => {
      const row = rowOf(cell);
      return row && contributionsIn(gather(groupsOf(row), cell.groups), cell);
    },
  };
}

/** As many of the largest amounts as any rule of dominance looks at. */
const mostContributions = 10;

function contributionsIn({ known }: Gathered, { statistic }: Cell): Contributions | undefined {
  const isSum = statistic === 'mean' || statistic === 'total';
  const isAmount = known.every(({ values: [value] }) => typeof value === 'number');
  return isSum && isAmount && known.length > 0 ? contributionsOf(known, mostContributions) : undefined;
}

function remade(
  context: TableContext,
  row: RowRequests,
  groups: readonly GroupTally[],
  cell: Cell,
  repair: Repair,
): Cell | undefined {
  switch (repair.kind) {
    case 'merge_groups': {
      const at = context.by.indexOf(repair.variable);
      const merged = groups.map((group) => withGroup(group, at, repair.groups, cell.groups[at] ?? ''));
      return cellsIn(context, row, gather(merged, cell.groups), cell.groups).find((one) => isSameNumber(one, cell));
    }
    case 'merge_categories': {
      const together: TableLabel = { id: repair.categories.join('+'), labels: {}, net: true };
      const nets = new Map([...context.plan.nets, [together.id, repair.categories]]);
      const merged = { ...context, plan: { ...context.plan, nets }, categories: [together] };
      return cellsIn(merged, row, gather(groups, cell.groups), cell.groups)[0];
    }
    case 'drop_split':
      return undefined;
  }
}

/** A tally whose group is one of those that are merged stands under the cell's own. */
function withGroup(group: GroupTally, at: number, merged: readonly string[], own: string): GroupTally {
  const isMerged = merged.includes(group.groups[at] ?? '');
  return isMerged ? { ...group, groups: group.groups.map((id, place) => (place === at ? own : id)) } : group;
}

function isSameNumber(one: Cell, other: Cell): boolean {
  return one.category === other.category && one.at === other.at && one.statistic === other.statistic;
}
