import type { Cell, Count, ShareTable, Waterfall } from '../language';

/** `codebook shares --format json`, version 1: one object per cell, numbers in full double precision, shares as 0..1. */
interface ShareJson {
  /** Relative to the working folder. */
  readonly file: string;
  readonly kind: 'question' | 'derived' | 'indicator';
  readonly id: string;
  readonly measure: string;
  readonly statistic: string;
  /** The probability of a quantile. */
  readonly at: number | null;
  readonly item: string | null;
  /** A category or net; `kind:dont_know` for a missing kind the base admits; `null` for a share of yes. */
  readonly category: string | null;
  /** Group by splitting variable; `total` is the whole base, `missing` those without a group. */
  readonly groups: Readonly<Record<string, string>>;
  readonly base: string;
  readonly weighted: boolean;
  readonly estimate: number | null;
  /** Why there is no estimate. */
  readonly reason: string | null;
  /** The logical bounds, where unknown items leave the value of some respondents open. */
  readonly bounds: { readonly low: number; readonly high: number } | null;
  /** Unweighted and weighted number at every level of the base. */
  readonly waterfall: Readonly<Record<keyof Waterfall, Count>>;
}

export function cellsJson(file: string, tables: readonly ShareTable[]): readonly ShareJson[] {
  return tables.flatMap((table) => table.cells.map((cell) => cellJson(file, table, cell)));
}

function cellJson(file: string, table: ShareTable, cell: Cell): ShareJson {
  const { estimate } = cell;
  return {
    file,
    kind: table.subject.kind,
    id: table.subject.id,
    measure: table.subject.measure,
    statistic: cell.statistic,
    at: cell.at ?? null,
    item: cell.item ?? null,
    category: cell.category ?? null,
    groups: Object.fromEntries(table.by.map((variable, at) => [variable, cell.groups[at] ?? 'total'])),
    base: table.base,
    weighted: table.weighted,
    estimate: estimate.kind === 'value' ? estimate.value : null,
    reason: estimate.kind === 'none' ? estimate.reason : null,
    bounds: cell.bounds ?? null,
    waterfall: cell.waterfall,
  };
}
