import type { ScalarType } from '../expression/types';
import { known, type MissingKind, missing, missingKinds, type Value } from '../expression/value';
import type { CategoryColumn, ValueColumn } from './types';

/** A column being filled, row by row. Rows not set are the first of the categories, 0 or `''`. */
export interface ColumnDraft {
  readonly column: ValueColumn;
  readonly set: (row: number, value: Value) => void;
  /** As `set`, by the position of the category in `ids`. */
  readonly setCategory: (row: number, index: number) => void;
  readonly setMissing: (row: number, kind: MissingKind) => void;
}

const yesNoIds: readonly string[] = ['yes', 'no'];

/** Ids of a categorical column, in the order of their codes; `undefined` for other types. */
export function categoryIds(type: ScalarType): readonly string[] | undefined {
  if (type.kind === 'yes_no') return yesNoIds;
  return type.kind === 'category' ? type.scale.categories.map((category) => category.id) : undefined;
}

export function draftColumn(type: ScalarType, rows: number): ColumnDraft {
  const ids = categoryIds(type);
  if (ids !== undefined) return draftCategories(ids, rows);
  return type.kind === 'number' ? draftNumbers(rows) : draftTexts(rows);
}

function draftCategories(ids: readonly string[], rows: number): ColumnDraft {
  const codes = new Int16Array(rows);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const setMissing = (row: number, kind: MissingKind): void => {
    codes[row] = codeOfMissing(kind);
  };
  return {
    column: { kind: 'category', ids, codes },
    set(row, value) {
      if (!value.known) return setMissing(row, value.kind);
      const id = typeof value.value === 'boolean' ? (value.value ? 'yes' : 'no') : `${value.value}`;
      codes[row] = indexOf.get(id) ?? codeOfMissing('invalid');
    },
    setCategory(row, index) {
      codes[row] = index;
    },
    setMissing,
  };
}

function draftNumbers(rows: number): ColumnDraft {
  const numbers = new Float64Array(rows);
  const missingCodes = new Uint8Array(rows);
  const setMissing = (row: number, kind: MissingKind): void => {
    missingCodes[row] = -codeOfMissing(kind);
  };
  return {
    column: { kind: 'number', numbers, missing: missingCodes },
    set(row, value) {
      if (!value.known) return setMissing(row, value.kind);
      if (typeof value.value === 'number') numbers[row] = value.value;
      else setMissing(row, 'invalid');
    },
    setCategory: (row) => setMissing(row, 'invalid'),
    setMissing,
  };
}

function draftTexts(rows: number): ColumnDraft {
  const texts: string[] = new Array(rows).fill('');
  const missingCodes = new Uint8Array(rows);
  const setMissing = (row: number, kind: MissingKind): void => {
    missingCodes[row] = -codeOfMissing(kind);
  };
  return {
    column: { kind: 'string', texts, missing: missingCodes },
    set(row, value) {
      if (value.known) texts[row] = `${value.value}`;
      else setMissing(row, value.kind);
    },
    setCategory: (row) => setMissing(row, 'invalid'),
    setMissing,
  };
}

/** The code of a missing kind in a categorical column. */
export function codeOfMissing(kind: MissingKind): number {
  return -1 - missingKinds.indexOf(kind);
}

/** The missing kind a negative code stands for. */
function missingOfCode(code: number): MissingKind {
  return missingKinds[-1 - code] ?? 'invalid';
}

/** The value of each row, made once per distinct category so that reading makes no objects. */
export function valueReader(column: ValueColumn): (row: number) => Value {
  if (column.kind === 'category') return categoryReader(column);
  const source: ArrayLike<string | number> = column.kind === 'number' ? column.numbers : column.texts;
  return (row) => {
    const code = column.missing[row] ?? 0;
    return code > 0 ? missing(missingOfCode(-code)) : known(source[row] ?? '');
  };
}

function categoryReader(column: CategoryColumn): (row: number) => Value {
  const values = isYesNoColumn(column) ? [known(true), known(false)] : column.ids.map((id) => known(id));
  const none = missing('invalid');
  return (row) => {
    const code = column.codes[row] ?? -1;
    return code < 0 ? missing(missingOfCode(code)) : (values[code] ?? none);
  };
}

/** Exactly `yes` and `no` are the categories of a yes/no and of nothing else. */
export function isYesNoColumn(column: CategoryColumn): boolean {
  return column.ids.length === 2 && column.ids[0] === 'yes' && column.ids[1] === 'no';
}
