import pc from 'picocolors';
import {
  type Cell,
  type Codebook,
  type Count,
  careMarkOf,
  comparisonLines,
  comparisonNotes,
  formatNumber,
  formatPercent,
  intervalText,
  labelIn,
  roundedEstimate,
  type ShareTable,
  type TableLabel,
  toldCount,
  uncertaintyNotes,
  verdictNotes,
  wordsFor,
} from '../language';
import { aligned } from './print';

/** One table as aligned text: the groups as columns with their n, the rows below; a battery's items head their categories. */
export function tableText(codebook: Codebook, table: ShareTable, language: string): string {
  const columns = columnsOf(codebook, table, language);
  const head = ['', ...columns.map(({ label }) => label)];
  const bases = ['n', ...columns.map(({ groups }) => sizeText(table, groups, ({ n }) => n, language))];
  const weighted = [
    'weighted n',
    ...columns.map(({ groups }) => sizeText(table, groups, ({ weighted }) => weighted, language)),
  ];
  const body = rowsOf(table, language).map((row) =>
    row.kind === 'heading'
      ? [row.label]
      : [row.label, ...columns.map(({ groups }) => numberText(table, row, groups, language))],
  );
  return [
    titleOf(table, language),
    ...aligned([head, bases, ...(table.weighted ? [weighted] : []), ...body]).map((line) => `  ${line}`),
    ...notesOf(codebook, table, language),
    '',
  ].join('\n');
}

/** Differences and tests, and what the numbers in brackets rest on. */
function notesOf(codebook: Codebook, table: ShareTable, language: string): readonly string[] {
  const words = wordsFor(language);
  const compared = comparisonLines(codebook, table, language, words).map(({ what, result }) => [what, result]);
  const notes = [
    ...verdictNotes(codebook, table, language, words),
    ...comparisonNotes(table, words),
    ...uncertaintyNotes(table, words),
  ];
  return [...aligned(compared).map((line) => `  ${line}`), ...notes.map((note) => pc.dim(`  ${note}`))];
}

function titleOf({ subject, base }: ShareTable, language: string): string {
  const label = labelIn(subject.labels, language, subject.id);
  return `${pc.bold(subject.id)} ${label} ${pc.dim(`· ${subject.measure}, base: ${base}`)}`;
}

interface Column {
  readonly groups: readonly string[];
  readonly label: string;
}

/** Every group the table has a cell for, in the order of its cells. */
function columnsOf(codebook: Codebook, table: ShareTable, language: string): readonly Column[] {
  const seen = new Map<string, Column>();
  for (const { groups } of table.cells) {
    const key = groups.join('\n');
    if (!seen.has(key)) seen.set(key, { groups, label: groupText(codebook, table, groups, language) });
  }
  return [...seen.values()];
}

function groupText(codebook: Codebook, table: ShareTable, groups: readonly string[], language: string): string {
  if (groups.every((group) => group === 'total')) return 'total';
  return groups
    .map((group, at) => {
      const variable = codebook.variables.get(table.by[at] ?? '');
      if (group === 'missing') return `no ${variable?.name ?? 'group'}`;
      const label = table.groups[at]?.find(({ id }) => id === group);
      return label === undefined ? group : labelIn(label.labels, language, group);
    })
    .join(' × ');
}

type Row = Heading | NumberRow;

interface Heading {
  readonly kind: 'heading';
  readonly label: string;
}

interface NumberRow {
  readonly kind: 'numbers';
  readonly label: string;
  readonly item: string | undefined;
  readonly category: string | undefined;
  readonly at: number | undefined;
}

/** Rows in the order of the cells. Where an item has several rows, it stands above them. */
function rowsOf(table: ShareTable, language: string): readonly Row[] {
  const rows: Row[] = [];
  const seen = new Set<string>();
  const nests = table.items.length > 0 && table.cells.some(({ category, at }) => category !== undefined || at !== undefined);
  for (const cell of table.cells) {
    const { item, category, at } = cell;
    const itemLabel = labelOf(table.items, item, language);
    if (nests && itemLabel !== undefined && !seen.has(`item ${item}`)) rows.push({ kind: 'heading', label: itemLabel });
    const key = `${item}\n${category}\n${at}`;
    if (!seen.has(key)) rows.push({ kind: 'numbers', label: rowText(table, cell, nests, language), item, category, at });
    seen.add(`item ${item}`).add(key);
  }
  return rows;
}

function rowText(table: ShareTable, { item, category, at, statistic }: Cell, nests: boolean, language: string): string {
  const own = labelOf(table.categories, category, language) ?? (at === undefined ? statistic : `${statistic} ${at}`);
  if (nests) return `  ${own}`;
  return labelOf(table.items, item, language) ?? own;
}

function labelOf(labels: readonly TableLabel[], id: string | undefined, language: string): string | undefined {
  if (id === undefined) return undefined;
  const label = labels.find((one) => one.id === id);
  return label === undefined ? id : labelIn(label.labels, language, id);
}

/**
 * The size of a column's base, in respondents or in weights (with one decimal where they are not whole); from–to where the items
 * of the table have different bases.
 */
function sizeText(table: ShareTable, groups: readonly string[], size: (base: Count) => number, language: string): string {
  const own = table.cells.filter((cell) => sameGroups(cell, groups));
  const bases = own.flatMap(({ waterfall }) => toldCount(waterfall, 'base') ?? []);
  if (bases.length === 0) return '–';
  const sizes = bases.map(size);
  const text = (one: number): string => formatNumber(one, Number.isInteger(one) ? 0 : 1, language);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  return low === high ? text(low) : `${text(low)}–${text(high)}`;
}

function numberText(table: ShareTable, row: NumberRow, groups: readonly string[], language: string): string {
  const cell = table.cells.find(
    (one) => one.item === row.item && one.category === row.category && one.at === row.at && sameGroups(one, groups),
  );
  if (cell === undefined || cell.estimate.kind === 'none') return '–';
  const rounded = roundedEstimate(cell.estimate, cell.statistic, table.decimals, table.rounding);
  if (rounded === undefined) return '–';
  const interval = intervalText(cell, table, wordsFor(language));
  const ends = `${careMarkOf(cell)}${interval === undefined ? '' : ` (${interval})`}`;
  if (cell.statistic !== 'share') return formatNumber(rounded, table.decimals, language) + ends;
  return boundsText(table, cell, language) + formatPercent(rounded, table.decimals, language) + ends;
}

/** The logical bounds before the share they belong to, where unknown items leave something open. */
function boundsText({ decimals, rounding }: ShareTable, { bounds }: Cell, language: string): string {
  if (bounds === undefined || bounds.low === bounds.high) return '';
  const text = (share: number): string => formatNumber(share * 100, decimals, language, rounding);
  return `[${text(bounds.low)}–${text(bounds.high)}] `;
}

function sameGroups(cell: Cell, groups: readonly string[]): boolean {
  return cell.groups.length === groups.length && cell.groups.every((group, at) => group === groups[at]);
}
