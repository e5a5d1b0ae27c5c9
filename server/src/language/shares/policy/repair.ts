import type { Cell, ShareTable } from '../types';
import { groupsOf } from './disclosure/names';
import { rulesFor } from './disclosure/rules-for';
import type { GroupRules, Policy } from './policy';
import { precisionOf } from './precision';
import type { Relations } from './relations';
import type { Reason, Repair } from './types';

/** A cell as it would be after a change, computed anew from the data; `undefined` where it can't be. */
export type Remake = (table: ShareTable, cell: Cell, repair: Repair) => Cell | undefined;

/**
 * The cheapest change after which the number could be shown without a note: merging its group with the one beside it, its answer
 * with the one beside it, or dropping a split. Only what was computed anew and passes is proposed, so that nothing is promised
 * on a guess. For a number that is hidden to protect another there is none: the other is what needs the change.
 */
export function repairFor(
  policy: Policy,
  table: ShareTable,
  cell: Cell,
  disclosure: Reason | undefined,
  known: { readonly relations: Relations; readonly remake?: Remake },
): Repair | undefined {
  if (disclosure?.rule === 'secondary' || disclosure?.rule === 'differencing') return undefined;
  const { isCondition } = known.relations.countsOf(table);
  const passes = (changed: Cell | undefined): boolean =>
    changed !== undefined && isPublishable(policy, table, { ...changed, isCondition });
  return proposals(table, cell).find((repair) =>
    passes(repair.kind === 'drop_split' ? withoutSplit(table, cell, repair.variable) : known.remake?.(table, cell, repair)),
  );
}

function proposals(table: ShareTable, cell: Cell): readonly Repair[] {
  const groups = table.by.flatMap((variable, at): readonly Repair[] =>
    beside(table.groups[at]?.map(({ id }) => id) ?? [], cell.groups[at] ?? '').map((pair) => ({
      kind: 'merge_groups',
      variable,
      groups: pair,
    })),
  );
  const plain = table.categories.flatMap(({ id, net, missing }) => (net === true || missing !== undefined ? [] : [id]));
  const categories = plain.length > 2 ? beside(plain, cell.category ?? '') : [];
  const splits = table.by.filter((_, at) => cell.groups[at] !== 'total');
  return [
    ...groups,
    ...categories.map((pair): Repair => ({ kind: 'merge_categories', categories: pair })),
    ...splits.map((variable): Repair => ({ kind: 'drop_split', variable })),
  ];
}

/** A member of a list with each of its neighbours, in the order of the list. */
function beside(ids: readonly string[], id: string): readonly (readonly [string, string])[] {
  const at = ids.indexOf(id);
  const [before, after] = [ids[at - 1], ids[at + 1]];
  if (at < 0) return [];
  return [...(before === undefined ? [] : [[before, id] as const]), ...(after === undefined ? [] : [[id, after] as const])];
}

/** The total over a split is in the table already. */
function withoutSplit(table: ShareTable, cell: Cell, variable: string): Cell | undefined {
  const groups = cell.groups.map((group, at) => (table.by[at] === variable ? 'total' : group));
  return table.cells.find(
    (one) =>
      one.item === cell.item &&
      one.category === cell.category &&
      one.statistic === cell.statistic &&
      one.at === cell.at &&
      one.groups.every((group, at) => group === groups[at]),
  );
}

function isPublishable(policy: Policy, table: ShareTable, cell: Cell & { readonly isCondition: boolean }): boolean {
  if (cell.estimate.kind === 'none') return false;
  if (policy.precision !== undefined && precisionOf(policy.precision, cell)?.action !== 'publish') return false;
  return policy.disclosure === undefined || isOpen(rulesFor(policy.disclosure, groupsOf(table, cell)), cell);
}

/** Whether a cell breaks no rule by itself. */
function isOpen({ minBase, minCount, zeroOrHundred }: GroupRules, { waterfall, statistic }: Cell): boolean {
  const base = waterfall.base.n;
  const counted = waterfall.counted.n;
  const isFew = (count: number): boolean => count > 0 && count < minCount;
  if (statistic !== 'share' && statistic !== 'count') return base >= minBase;
  if (zeroOrHundred === 'suppress' && (counted === 0 || counted === base)) return false;
  return base >= minBase && !isFew(counted) && !isFew(base - counted);
}
