import type { BoundData } from '../binding';
import type { CellNumber } from '../cell-numbers';
import { gather } from '../gather';
import type { TablePlan } from '../plan-requests';
import { tableContext, tabulated } from '../plan-table';
import { numbersIn } from '../table-cells';
import { memoryEngine } from '../tabulate';
import type { Cell } from '../types';

/** What says which number of a table one is. */
export type CellKey = Pick<Cell, 'item' | 'category' | 'at' | 'groups' | 'statistic'>;

export function keyOf({ item, category, at, groups, statistic }: CellKey): string {
  return [statistic, item, category, at, ...groups].join('\n');
}

/** The numbers of a table with what their differences are made of, by `keyOf`. */
export function numbersOf(bound: BoundData, table: TablePlan): ReadonlyMap<string, CellNumber> {
  const engine = memoryEngine(bound);
  const resultOf = tabulated(engine, [table]);
  const context = tableContext(bound.codebook, engine, table, resultOf);
  const numbers = new Map<string, CellNumber>();
  for (const row of table.rows) {
    const result = resultOf(row.own);
    if (result.kind === 'none') continue;
    const item = row.row.item === undefined ? {} : { item: row.row.item.id };
    for (const groups of context.patterns) {
      for (const number of numbersIn(context, row, gather(result.groups, groups), groups)) {
        numbers.set(keyOf({ ...item, ...number.key, groups, statistic: number.statistic }), number);
      }
    }
  }
  return numbers;
}
