import {
  compile,
  compileBounds,
  type Evaluation as Evaluator,
  fullName,
  single,
  type TypedExpression,
  type Value,
} from '../expression';
import type { Row } from '../expression/typed';
import type { ScalarType } from '../expression/types';
import { missing, type UnknownRule } from '../expression/value';
import { draftColumn, valueReader } from './columns';
import { evaluatePlaced } from './evaluate-placed';
import type { Kernel } from './kernel';
import type { CategoryColumn, ValueColumn } from './types';

export type ColumnLookup = (variable: string, item?: string) => ValueColumn | undefined;

export interface Evaluation {
  /** The item an expression on a battery is meant for. */
  readonly item?: string | undefined;
  readonly rule?: UnknownRule | undefined;
  readonly universe?: CategoryColumn | undefined;
  /** What counts over all rows at a time. */
  readonly kernel: Kernel;
}

/** An expression's value in every row; `not_asked` outside its universe. `undefined` where a column it reads is not there. */
export function evaluateColumn(
  typed: TypedExpression,
  rows: number,
  column: ColumnLookup,
  evaluation: Evaluation,
): ValueColumn | undefined {
  return evaluated(typed, rows, column, evaluation, (one) => compile(one, evaluation.rule));
}

/** As `evaluateColumn`: one end of the logical bounds of an expression. */
export function evaluateBound(
  typed: TypedExpression,
  side: 'low' | 'high',
  rows: number,
  column: ColumnLookup,
  evaluation: Evaluation,
): ValueColumn | undefined {
  return evaluated(typed, rows, column, evaluation, (one) => {
    const boundsOf = compileBounds(one, evaluation.rule);
    return (row) => boundsOf(row)[side];
  });
}

/** Over columns of few values by combination, else row by row. */
function evaluated(
  typed: TypedExpression,
  rows: number,
  column: ColumnLookup,
  { item, rule, universe, kernel }: Evaluation,
  compiled: (typed: TypedExpression) => Evaluator,
): ValueColumn | undefined {
  const type = scalarTypeOf(typed);
  if (type === undefined) return undefined;
  const at = (evaluator: Evaluator, one: string | undefined) => (row: Row) => evaluator(row, one);
  const placed = evaluatePlaced(typed, column, {
    ...{ type, rows, item, rule, universe, kernel },
    compile: (whole) => at(compiled(whole), item),
    compilePart: (part, one) => at(compile(part, rule), one),
  });
  return placed ?? evaluateRows(type, rows, column, universe, at(compiled(typed), item));
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
