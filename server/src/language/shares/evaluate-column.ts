import { compile, compileBounds, type TypedExpression, type Value } from '../expression';
import type { Row } from '../expression/typed';
import type { ScalarType } from '../expression/types';
import { missing, type UnknownRule } from '../expression/value';
import { draftColumn, isYesNoColumn, valueReader } from './columns';
import type { CategoryColumn, ValueColumn } from './types';

export type ColumnLookup = (variable: string, item?: string) => ValueColumn | undefined;

export interface Evaluation {
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
  const reader = rowReader(column);
  const filled = fillColumn(type, rows, universe, (row) => evaluateRow(reader.at(row), item));
  return reader.lacksColumn() ? undefined : filled;
}

/** Both logical bounds of a condition on a count: the value if its unknown items were all no, or all yes. */
export function evaluateBoundColumn(
  typed: TypedExpression,
  rows: number,
  column: ColumnLookup,
  { rule, universe }: Evaluation,
  side: 'low' | 'high',
): ValueColumn | undefined {
  const type = scalarTypeOf(typed);
  if (type?.kind !== 'yes_no') return undefined;
  const boundsOf = compileBounds(typed, rule);
  const reader = rowReader(column);
  const filled = fillColumn(type, rows, universe, (row) => boundsOf(reader.at(row))[side]);
  return reader.lacksColumn() ? undefined : filled;
}

/**
 * Bounds of an expression from its values with every count at its least and at its most: yes for certain where both are,
 * possibly yes where one is. So `not broad` has its bounds the right way round.
 */
export function joinBounds(sides: readonly (ValueColumn | undefined)[], side: 'low' | 'high'): ValueColumn | undefined {
  const [low, high] = sides;
  if (low?.kind !== 'category' || high?.kind !== 'category' || !isYesNoColumn(low)) return undefined;
  const codes = low.codes.map((code, row) => {
    const other = high.codes[row] ?? code;
    if (code < 0 || other < 0) return Math.min(code, other);
    return side === 'low' ? Math.max(code, other) : Math.min(code, other);
  });
  return { kind: 'category', ids: low.ids, codes };
}

/** Fills a column by row, `not_asked` where the universe is no. */
export function fillColumn(
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
  if (typed.kind === 'unresolved' || typed.type.kind === 'unknown') return undefined;
  return typed.type.kind === 'vector' ? typed.type.of : typed.type;
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
    const key = item === undefined ? variable : `${variable}.${item}`;
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
