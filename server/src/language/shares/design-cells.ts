import { parseNumber } from './cell';
import { mostFrequent } from './recode';
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

export function nameCells({ codes, dictionary }: TextColumn): NameCells {
  return { codes, names: dictionary };
}

/** Empty cells of a column of names. */
export function emptyCells(column: TextColumn): readonly DataFinding[] {
  const { codes, names } = nameCells(column);
  const empty = names.indexOf('');
  if (empty < 0) return [];
  let count = 0;
  for (let row = 0; row < codes.length; row += 1) if (codes[row] === empty) count += 1;
  return count === 0 ? [] : [{ kind: 'design-cell-missing', column: column.name, count, examples: [] }];
}

/** The numbers of a column, with what is empty and what is no number, or none that `isAllowed`. */
export function numberCells(column: TextColumn, { decimal }: DataTable, isAllowed: (value: number) => boolean): NumberCells {
  const { codes, names } = nameCells(column);
  const numberOf = Float64Array.from(names, (text) => {
    const value = parseNumber(text, decimal);
    return value === undefined || !isAllowed(value) ? Number.NaN : value;
  });
  const numbers = new Float64Array(codes.length);
  const counts = new Uint32Array(names.length);
  for (let row = 0; row < numbers.length; row += 1) {
    const code = codes[row] ?? 0;
    numbers[row] = numberOf[code] ?? Number.NaN;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const wrong = names.flatMap((text, code) => {
    const count = counts[code] ?? 0;
    return text === '' || count === 0 || !Number.isNaN(numberOf[code]) ? [] : [{ text, count }];
  });
  const notNumbers: DataFinding[] =
    wrong.length === 0
      ? []
      : [{ kind: 'design-not-a-number', column: column.name, count: total(wrong), examples: mostFrequent(wrong) }];
  return { numbers, findings: [...emptyCells(column), ...notNumbers] };
}

function total(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}
