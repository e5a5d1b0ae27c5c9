import { independence } from '../estimation';
import type { GroupTally } from './engine';
import type { RowRequests } from './plan-requests';
import type { TableContext } from './table-cells';
import type { IndependenceTest } from './types';

/**
 * Whether what is counted depends on the groups (Rao and Scott's second-order F), over respondents with a substantive answer
 * whose group is known; a crossing counts as one variable of its combinations. `[]` where the plan asks for no test, and where
 * nothing splits it.
 */
export function independenceTests(context: TableContext, { row, own }: RowRequests): readonly IndependenceTest[] {
  const { plan, by, sample, resultOf } = context;
  const result = resultOf(own);
  if (plan.test === undefined || by.length === 0 || result.kind === 'none') return [];
  const cells = result.groups.filter(({ groups }) => !groups.includes('missing')).flatMap(cellsOf);
  const item = row.item === undefined ? {} : { item: row.item.id };
  return [{ ...item, variables: [plan.subject.id, by.join(' * ')], result: independence(sample, cells) }];
}

function cellsOf({ groups, known }: GroupTally) {
  return known.map((tally) => ({ row: `${tally.values[0]}`, column: groups.join('\n'), tally }));
}
