import type { SubjectName } from '../../shares';
import type { ShareTable } from '../../shares/types';
import { comparisonLines } from '../numbers/comparisons';
import { totalsOf } from '../numbers/line';
import { notesOf } from '../numbers/notes';
import { cellLine, columnHeadings, tableRows } from '../numbers/rows';
import { layOut, type NumberTable } from '../numbers/table';
import { type Page, shareTables } from '../page';
import { escapeMarkdown, numberTable } from './markdown';

/** Rows as many as a hover shows without scrolling far. */
const mostRows = 30;

/**
 * The computed shares of a subject with their n, under its first split; of a battery, each item's total. With `item`, the
 * shares of that item by group. `''` without data.
 */
export function sharesMarkdown(page: Page, subject: SubjectName, item?: string): string {
  const [table] = shareTables(page, subject);
  return table === undefined
    ? ''
    : markdownOf(page, item === undefined ? (table.items.length === 0 ? table : totalsOf(table)) : ofItem(table, item));
}

function markdownOf({ codebook, language, words }: Page, table: ShareTable): string {
  const numbers: NumberTable = layOut(table, language, words);
  const rows = tableRows(numbers, words).map(({ header, cells }) => [header, ...cells.map(cellLine)]);
  const shown = numberTable(['', ...columnHeadings(numbers, words)], rows.slice(0, mostRows));
  const notes = notesOf(codebook, numbers, language, words).map((note) => `- ${escapeMarkdown(note)}`);
  const compared = comparisonLines(codebook, table, language, words).slice(0, mostRows);
  const lines = compared.map(({ what, result }) => `- ${escapeMarkdown(`${what}: ${result}`)}`);
  return [shown, ...(rows.length > mostRows ? ['', '…'] : []), '', ...lines, ...notes].join('\n');
}

function ofItem(table: ShareTable, item: string): ShareTable {
  const cells = table.cells.filter((cell) => cell.item === item).map(({ item: _, ...cell }) => cell);
  return { ...table, items: [], cells };
}
