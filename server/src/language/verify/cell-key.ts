import type { Cell, ShareTable } from '../shares';

/** What tells one number of a subject from its others: split, item, category, groups, statistic and probability. */
export function cellKey(table: ShareTable, cell: Cell): string {
  return keyOf({
    by: table.by,
    item: cell.item,
    category: cell.category,
    groups: cell.groups,
    statistic: cell.statistic,
    at: cell.at,
  });
}

export interface KeyParts {
  readonly by: readonly string[];
  readonly item?: string | undefined;
  readonly category?: string | undefined;
  readonly groups: readonly string[];
  readonly statistic: string;
  readonly at?: number | undefined;
}

export function keyOf({ by, item, category, groups, statistic, at }: KeyParts): string {
  return [by.join(' * '), item ?? '', category ?? '', groups.length === 0 ? '' : groups.join(' * '), statistic, at ?? ''].join(
    '\t',
  );
}
