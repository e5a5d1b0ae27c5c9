import { labelIn } from '../../model/labels';
import { mayHaveBase, toldCount } from '../../shares/policy';
import type { Cell, ShareTable } from '../../shares/types';
import type { Page } from '../page';
import { shortened } from '../short';
import { aidWords } from '../words/aids';
import { columnKey, type NumberColumn, numberColumns } from './table';
import { estimateText, rangeText } from './text';

/** As many as are easily read on one line. */
const most = { groups: 6, categories: 4, letters: 20 };

/**
 * A table on one line: one number for each group, "46 % · 18 % · 13 % by Actor", or one for each answer, or from the
 * least item to the most, and the n of them all.
 */
export function numbersLine(page: Page, table: ShareTable): string {
  const columns = numberColumns(table, page.language, page.words);
  const shown =
    columns.length > 1 ? byAnswer(page, table, columns) : table.items.length > 0 ? byItem(page, table) : byGroup(page, table);
  const totals = table.cells.filter(isTotal);
  // A scale that has no answers yet gives a table without numbers.
  if (totals.length === 0) return page.words.noNumber.definition_broken;
  const bases = totals.flatMap(({ waterfall }) => toldCount(waterfall, 'base')?.n ?? []);
  if (bases.length === 0) return shown;
  const n = `${page.words.n} = ${rangeText({ low: Math.min(...bases), high: Math.max(...bases) }, page.words)}`;
  return [shown, n].filter((part) => part !== '').join(', ');
}

/** The table of a battery with each item's total alone. */
export function totalsOf(table: ShareTable): ShareTable {
  const totals = table.cells.filter(isTotal);
  return { ...table, by: [], groups: [], cells: totals.map((cell) => ({ ...cell, groups: [] })) };
}

function isTotal({ groups }: Cell): boolean {
  return groups.every((group) => group === 'total');
}

/** The share or mean of each group of the first variable; without a split, the one there is. */
function byGroup({ codebook, language, words }: Page, table: ShareTable): string {
  const cells = table.cells.filter(
    ({ groups: [group, ...inner], waterfall }) =>
      group !== 'total' && inner.every((one) => one === 'total') && (group !== 'missing' || mayHaveBase(waterfall)),
  );
  const texts = cells.slice(0, most.groups).map((cell) => estimateText(cell, table, words));
  const said = withStatistic(`${texts.join(' · ')}${cells.length > most.groups ? ' …' : ''}`, cells[0], words);
  const [split] = table.by;
  if (split === undefined) return said;
  return aidWords[words.language].by(said, shortened(labelIn(codebook.variables.get(split)?.labels ?? {}, language, split)));
}

/** From the least item to the most: "12%–43% (6 items)". */
function byItem({ words }: Page, table: ShareTable): string {
  const cells = table.cells.filter(isTotal);
  const ordered = cells.filter(hasValue).sort((a, b) => a.estimate.value - b.estimate.value);
  const ends = [ordered[0] ?? cells[0], ordered.at(-1)].flatMap((cell) =>
    cell === undefined ? [] : [estimateText(cell, table, words)],
  );
  const range = [...new Set(ends)].join('–');
  return withStatistic(aidWords[words.language].ofItems(range, table.items.length), cells[0], words);
}

type CellWithValue = Cell & { readonly estimate: { readonly kind: 'value' } };

function hasValue(cell: Cell): cell is CellWithValue {
  return cell.estimate.kind === 'value';
}

/** A number that is no share says what it is. */
function withStatistic(said: string, cell: Cell | undefined, words: Page['words']): string {
  return cell === undefined || cell.statistic === 'share' ? said : `${words.statistic[cell.statistic]} ${said}`;
}

/** Of a yes or no, its yes by group; else the total's number in each answer. What counts as missing and sums of answers are left out. */
function byAnswer(page: Page, table: ShareTable, columns: readonly NumberColumn[]): string {
  const { words } = page;
  if (table.items.length > 0) return '';
  const own = columns.filter(({ missing, net }) => !missing && !net);
  const [yes, no] = own;
  if (table.by.length > 0 && own.length === 2 && yes?.key === 'yes' && no?.key === 'no') {
    const cells = table.cells.filter(({ category }) => category === 'yes');
    return `${shortened(yes.label, most.letters)} ${byGroup(page, { ...table, cells })}`;
  }
  const texts = own.slice(0, most.categories).flatMap(({ key, label }) => {
    const cell = table.cells.find((one) => isTotal(one) && columnKey(one) === key);
    return cell === undefined ? [] : [`${shortened(label, most.letters)} ${estimateText(cell, table, words)}`];
  });
  return `${texts.join(' · ')}${own.length > most.categories ? ' …' : ''}`;
}
