import { toldCount } from '../../shares/policy';
import type { Cell, Count, ShareTable } from '../../shares/types';
import type { Words } from '../words';
import type { NumberRow, NumberTable } from './table';
import { countText, estimateText, weightedText } from './text';
import { detailText, intervalText } from './uncertainty';

/** A row without cells is the heading of those below it. */
export interface RowPreview {
  readonly header: string;
  readonly level: 0 | 1;
  readonly cells: readonly CellPreview[];
}

export interface CellPreview {
  /** The number, or why there is none. */
  readonly text: string;
  /** Its confidence interval, without brackets. */
  readonly interval?: string;
  /** What stands behind it: standard error, design effect, degrees of freedom. */
  readonly detail?: string;
}

/** A cell on one line: "46 % (38–54 %)". */
export function cellLine({ text, interval }: CellPreview): string {
  return interval === undefined ? text : `${text} (${interval})`;
}

/** Headings of the table's columns, without that of the row headers. */
export function columnHeadings({ table, columns }: NumberTable, words: Words): readonly string[] {
  return [...columns.map(({ label }) => label), words.n, ...(table.weighted ? [words.weightedN] : [])];
}

/** The numbers as table rows; sections are headings with their rows below. */
export function tableRows(numbers: NumberTable, words: Words): readonly RowPreview[] {
  return numbers.sections.flatMap(({ label, rows }): readonly RowPreview[] => {
    const level = label === undefined ? 0 : 1;
    const own = rows.map((row): RowPreview => ({ header: row.label, level, cells: rowCells(numbers, row, words) }));
    return label === undefined ? own : [{ header: label, level: 0, cells: [] }, ...own];
  });
}

function rowCells({ table }: NumberTable, row: NumberRow, words: Words): readonly CellPreview[] {
  const numbers = row.cells.map((cell, at) => (isRepeatedReason(row, at) ? { text: '–' } : cellPreview(cell, table, words)));
  const base = toldBase(row);
  const weighted = base === undefined ? '' : weightedText(base.weighted, words);
  return [...numbers, { text: nText(row, words) }, ...(table.weighted ? [{ text: weighted }] : [])];
}

function cellPreview(cell: Cell | undefined, table: ShareTable, words: Words): CellPreview {
  if (cell === undefined) return { text: '' };
  const interval = intervalText(cell, table, words);
  const detail = detailText(cell, words);
  return {
    text: estimateText(cell, table, words),
    ...(interval === undefined ? {} : { interval }),
    ...(detail === '' ? {} : { detail }),
  };
}

/** Why a row has no numbers is said once. */
function isRepeatedReason({ cells }: NumberRow, at: number): boolean {
  const estimate = cells[at]?.estimate;
  const before = cells[at - 1]?.estimate;
  return estimate?.kind === 'none' && before?.kind === 'none' && before.reason === estimate.reason;
}

/** All cells of a row have one base. */
export function baseOf({ cells }: NumberRow): Cell | undefined {
  return cells.find((cell) => cell !== undefined);
}

/** The base, where the policy lets it be told. */
function toldBase(row: NumberRow): Count | undefined {
  const cell = baseOf(row);
  return cell && toldCount(cell.waterfall, 'base');
}

export function nText(row: NumberRow, words: Words): string {
  const base = toldBase(row);
  return base === undefined ? '' : countText(base.n, words);
}
