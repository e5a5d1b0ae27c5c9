import { compile, fullName, single, type TypedExpression, type Value } from '../expression';
import type { Row } from '../expression/typed';
import type { ScalarType } from '../expression/types';
import { missing, type UnknownRule } from '../expression/value';
import { draftColumn, valueReader } from './columns';
import type { CategoryColumn, ValueColumn } from './types';

export type ColumnLookup = (variable: string, item?: string) => ValueColumn | undefined;

interface Evaluation {
  /** The item an expression on a battery is meant for. */
  readonly item?: string | undefined;
  readonly rule?: UnknownRule | undefined;
  readonly universe?: CategoryColumn | undefined;
}

/** An expression's value in every row; `not_asked` outside its universe. `undefined` where a column it reads is not there. */
export function evaluateColumn(
  typed: TypedExpression,
  rows: number,
  column: ColumnLookup,
  { item, rule, universe }: Evaluation,
): ValueColumn | undefined {
  const type = scalarTypeOf(typed);
  if (type === undefined) return undefined;
  const evaluateRow = compile(typed, rule);
  return evaluateRows(type, rows, column, universe, (row) => evaluateRow(row, item));
}

/** A column filled row by row; `undefined` where the rows read a column that is not there. */
export function evaluateRows(
  type: ScalarType,
  rows: number,
  column: ColumnLookup,
  universe: CategoryColumn | undefined,
  evaluateRow: (row: Row) => Value,
): ValueColumn | undefined {
  const reader = rowReader(column);
  const filled = fillColumn(type, rows, universe, (row) => evaluateRow(reader.at(row)));
  return reader.lacksColumn() ? undefined : filled;
}

/** Fills a column by row, `not_asked` where the universe is no. */
function fillColumn(
  type: ScalarType,
  rows: number,
  universe: CategoryColumn | undefined,
  valueIn: (row: number) => Value,
): ValueColumn {
  const draft = draftColumn(type, rows);
  for (let row = 0; row < rows; row++) {
    if (universe?.codes[row] === 1) draft.setMissing(row, 'not_asked');
    else draft.set(row, valueIn(row));
  }
  return draft.column;
}

/** One type per row: of a vector, that of its items. */
function scalarTypeOf(typed: TypedExpression): ScalarType | undefined {
  const type = single(typed.type);
  return typed.kind === 'unresolved' || type.kind === 'unknown' ? undefined : type;
}

/** Reads one row after the other through the columns, and notes whether one that is needed is not there. */
function rowReader(column: ColumnLookup): { readonly at: (row: number) => Row; readonly lacksColumn: () => boolean } {
  const readers = new Map<string, (row: number) => Value>();
  let current = 0;
  let lacking = false;
  const open = (variable: string, item: string | undefined): ((row: number) => Value) => {
    const found = column(variable, item);
    if (found !== undefined) return valueReader(found);
    lacking = true;
    return () => missing('invalid');
  };
  const read: Row = (variable, item) => {
    const key = fullName(variable, item);
    const reader = readers.get(key) ?? open(variable, item);
    readers.set(key, reader);
    return reader(current);
  };
  return {
    at(row) {
      current = row;
      return read;
    },
    lacksColumn: () => lacking,
  };
}
