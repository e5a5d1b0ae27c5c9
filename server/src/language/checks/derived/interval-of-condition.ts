import type { ComparisonOperator, TypedExpression } from '../../expression/typed';
import { everything, type Interval, overlapOf } from './interval';

/** A condition that takes one class of the numbers of one variable. */
interface NumberClass {
  readonly variable: string;
  readonly interval: Interval;
}

/** `employees >= 10 and employees < 50`; `undefined` for a condition of any other form. */
export function intervalOfCondition(typed: TypedExpression): NumberClass | undefined {
  if (typed.kind === 'logic' && typed.operator === 'and') {
    const left = intervalOfCondition(typed.left);
    const right = intervalOfCondition(typed.right);
    if (left === undefined || right === undefined || left.variable !== right.variable) return undefined;
    const interval = overlapOf(left.interval, right.interval);
    return interval === undefined ? undefined : { variable: left.variable, interval };
  }
  if (typed.kind !== 'comparison') return undefined;
  return compared(typed.left, typed.operator, typed.right) ?? compared(typed.right, mirrored[typed.operator], typed.left);
}

const mirrored = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function compared(side: TypedExpression, operator: ComparisonOperator, other: TypedExpression): NumberClass | undefined {
  if (side.kind !== 'reading' || side.item !== undefined || side.type.kind !== 'number') return undefined;
  const limit = limitOf(other);
  const interval = limit === undefined ? undefined : intervalOf(operator, limit);
  return interval === undefined ? undefined : { variable: side.variable, interval };
}

function limitOf(typed: TypedExpression): number | undefined {
  if (typed.kind === 'constant' && typeof typed.value === 'number') return typed.value;
  if (typed.kind !== 'minus') return undefined;
  const positive = limitOf(typed.operand);
  return positive === undefined ? undefined : -positive;
}

function intervalOf(operator: ComparisonOperator, limit: number): Interval | undefined {
  switch (operator) {
    case '=':
      return { low: limit, high: limit, includesLow: true, includesHigh: true };
    case '<':
      return { ...everything, high: limit };
    case '<=':
      return { ...everything, high: limit, includesHigh: true };
    case '>':
      return { ...everything, low: limit };
    case '>=':
      return { ...everything, low: limit, includesLow: true };
    case '!=':
      return undefined;
  }
}
