import { labelIn } from '../../model/labels';
import { mayHaveBase } from '../../shares/policy';
import type { Cell, ShareTable, TableLabel } from '../../shares/types';
import type { Words } from '../words';

/**
 * A share table as it is laid out: rows by group under their item or first group, columns by answer. One layout for tables,
 * charts and hovers.
 */
export interface NumberTable {
  readonly table: ShareTable;
  readonly columns: readonly NumberColumn[];
  readonly sections: readonly NumberSection[];
}

export interface NumberColumn {
  /** What its cells have in common. */
  readonly key: string;
  readonly label: string;
  readonly missing: boolean;
  /** The sum of columns beside it. */
  readonly net: boolean;
}

export interface NumberSection {
  /** The item, or the first group of a crossing. */
  readonly label: string | undefined;
  readonly rows: readonly NumberRow[];
}

export interface NumberRow {
  readonly label: string;
  readonly total: boolean;
  /** One for each column; absent where the table has no such number. */
  readonly cells: readonly (Cell | undefined)[];
}

/** `language` is that of the codebook's labels. */
export function layOut(table: ShareTable, language: string, words: Words): NumberTable {
  const cells = new Map(table.cells.map((cell) => [cellKey(cell.item, cell.groups, columnKey(cell)), cell]));
  const reading: Reading = { table, cells, language, words };
  const columns = numberColumns(table, language, words);
  const keys = columns.map(({ key }) => key);
  return { table, columns, sections: sectionsOf(reading, keys) };
}

/** One for each answer, else for each statistic. */
export function numberColumns(table: ShareTable, language: string, words: Words): readonly NumberColumn[] {
  const cells = [...new Map(table.cells.map((cell) => [columnKey(cell), cell])).values()];
  const ordered = table.categories.length > 0 ? orderedColumns(table, cells) : cells;
  return ordered.map((cell) => columnOf(cell, table, language, words));
}

interface Reading {
  readonly table: ShareTable;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly language: string;
  readonly words: Words;
}

export function columnKey({ category, at, statistic }: Cell): string {
  return category ?? `${statistic} ${at ?? ''}`;
}

function cellKey(item: string | undefined, groups: readonly string[], column: string): string {
  return [item ?? '', ...groups, column].join('\n');
}

function orderedColumns({ categories }: ShareTable, cells: readonly Cell[]): readonly Cell[] {
  return categories.flatMap(({ id }) => cells.find((cell) => cell.category === id) ?? []);
}

function columnOf(cell: Cell, table: ShareTable, language: string, words: Words): NumberColumn {
  const { category, at, statistic } = cell;
  const key = columnKey(cell);
  const label = table.categories.find(({ id }) => id === category);
  if (label !== undefined) {
    return {
      key,
      label: labelIn(label.labels, language, label.id),
      missing: label.missing !== undefined,
      net: label.net === true,
    };
  }
  const name = at === undefined ? words.statistic[statistic] : words.quantile(String(at));
  return { key, label: name, missing: false, net: false };
}

/** Items make sections where groups split them, and rows where nothing does; a crossing makes sections of its first variable. */
function sectionsOf(reading: Reading, columns: readonly string[]): readonly NumberSection[] {
  const { table, language } = reading;
  const label = ({ labels, id }: TableLabel) => labelIn(labels, language, id);
  if (table.items.length === 0) {
    return table.by.length === 2
      ? crossed(reading, columns)
      : [{ label: undefined, rows: groupRows(reading, columns, undefined) }];
  }
  const named = table.items.map((item) => ({ label: label(item), rows: groupRows(reading, columns, item.id) }));
  if (table.by.length > 0) return named;
  const rows = named.flatMap((item) => item.rows.map((row) => ({ ...row, label: item.label, total: false })));
  return [{ label: undefined, rows }];
}

function groupRows(reading: Reading, columns: readonly string[], item: string | undefined): readonly NumberRow[] {
  const rows = patterns(reading.table, item).map((groups) => {
    const names = groups.flatMap((id, at) => (id === 'total' ? [] : [groupName(reading, at, id)]));
    const isTotal = names.length === 0;
    return { ...rowOf(reading, columns, item, groups, isTotal ? reading.words.total : names.join(' · ')), total: isTotal };
  });
  return totalFirst(rows);
}

function crossed(reading: Reading, columns: readonly string[]): readonly NumberSection[] {
  const all = patterns(reading.table, undefined);
  const outer = [...new Set(all.map(([first = 'total']) => first))];
  const sections = outer.map((first) => ({
    label: groupName(reading, 0, first),
    total: first === 'total',
    rows: totalFirst(
      all
        .filter(([group]) => group === first)
        .map((groups) => ({
          ...rowOf(reading, columns, undefined, groups, groupName(reading, 1, groups[1] ?? 'total')),
          total: groups[1] === 'total',
        })),
    ),
  }));
  return totalFirst(sections);
}

/** The groups of the table's rows, each once, in its order; those without a group where there are some in the base. */
function patterns({ cells }: ShareTable, item: string | undefined): readonly (readonly string[])[] {
  const isThere = ({ groups, waterfall }: Cell) => !groups.includes('missing') || mayHaveBase(waterfall);
  const shown = cells.filter((cell) => cell.item === item && isThere(cell));
  const found = shown.map(({ groups }) => [groups.join('\n'), groups] as const);
  return [...new Map(found).values()];
}

function rowOf(
  { cells }: Reading,
  columns: readonly string[],
  item: string | undefined,
  groups: readonly string[],
  label: string,
): NumberRow {
  return { label, total: false, cells: columns.map((column) => cells.get(cellKey(item, groups, column))) };
}

function groupName({ table, language, words }: Reading, at: number, id: string): string {
  if (id === 'total') return words.total;
  if (id === 'missing') return words.noGroup;
  const label = table.groups[at]?.find((group) => group.id === id);
  return label === undefined ? id : labelIn(label.labels, language, id);
}

/** What all have in common stands first, what is split of it below. */
function totalFirst<T extends { readonly total: boolean }>(rows: readonly T[]): readonly T[] {
  return [...rows.filter((row) => row.total), ...rows.filter((row) => !row.total)];
}
