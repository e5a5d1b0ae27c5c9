import { mostFrequent } from './recode';
import { codedOf, countedTexts, hasEmptyCell, numberReader, rowsOf, textReader } from './text-column';
import type { DataFinding, DataTable, TextColumn } from './types';

/** A column of a design that holds names: of strata, of sampling units. */
export interface NameCells {
  readonly codes: ArrayLike<number>;
  readonly names: readonly string[];
}

/** A column of a design that holds numbers; NaN where a cell has none. */
export interface NumberCells {
  readonly numbers: Float64Array;
  readonly findings: readonly DataFinding[];
}

export function nameCells(column: TextColumn): NameCells {
  const { codes, dictionary } = codedOf(column);
  return { codes, names: dictionary };
}

/** Empty cells of a column. */
export function emptyCells(column: TextColumn): readonly DataFinding[] {
  if (!hasEmptyCell(column)) return [];
  const empty = countedTexts(column).find(({ text }) => text === '');
  const count = empty?.count ?? 0;
  return count === 0 ? [] : [{ kind: 'design-cell-missing', column: column.name, count, examples: [] }];
}

/** The numbers of a column, with what is empty and what is no number, or none that `isAllowed`. */
export function numberCells(column: TextColumn, { decimal }: DataTable, isAllowed: (value: number) => boolean): NumberCells {
  const numberAt = numberReader(column, decimal);
  const textAt = textReader(column);
  const wrong = new Map<string, number>();
  const numbers = new Float64Array(rowsOf(column)).fill(Number.NaN);
  for (let row = 0; row < numbers.length; row++) {
    const value = numberAt(row);
    const isNumber = value !== undefined && isAllowed(value);
    if (isNumber) numbers[row] = value;
    const text = isNumber ? '' : textAt(row);
    if (text !== '') wrong.set(text, (wrong.get(text) ?? 0) + 1);
  }
  const found = Array.from(wrong, ([text, count]) => ({ text, count }));
  const notNumbers: DataFinding[] =
    found.length === 0
      ? []
      : [{ kind: 'design-not-a-number', column: column.name, count: total(found), examples: mostFrequent(found) }];
  return { numbers, findings: [...emptyCells(column), ...notNumbers] };
}

function total(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}
