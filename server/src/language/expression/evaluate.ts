import type { Row, TypedExpression } from './typed';
import { missing, type UnknownRule, type Value } from './value';

export function evaluate(typed: TypedExpression, row: Row, rule?: UnknownRule): Value {
  return compile(typed, rule)(row);
}

export function evaluateBounds(typed: TypedExpression, row: Row, rule?: UnknownRule): { low: Value; high: Value } {
  return { low: evaluate(typed, row, rule), high: evaluate(typed, row, rule) };
}

export function compile(_typed: TypedExpression, _rule?: UnknownRule): (row: Row, item?: string) => Value {
  return () => missing('invalid');
}
