import { type Checking, describeType, itemByItem, mixes, naming, report } from './checking';
import { formatExpression } from './format';
import type { BinaryExpression, Expression, UnaryExpression } from './tree';
import type { Arithmetic, TypedExpression } from './typed';
import { single } from './types';

export function inferLogic(checking: Checking, expression: BinaryExpression, operator: 'and' | 'or'): TypedExpression {
  const left = inferCondition(checking, expression.left, operator);
  const right = inferCondition(checking, expression.right, operator);
  return joinLogic(checking, operator, left, right, expression.span);
}

/** Two conditions joined, their types checked before. */
export function joinLogic(
  checking: Checking,
  operator: 'and' | 'or',
  left: TypedExpression,
  right: TypedExpression,
  span: TypedExpression['span'],
): TypedExpression {
  const type = itemByItem(checking, span, { kind: 'yes_no' }, [left, right]);
  return naming(checking, { kind: 'logic', operator, left, right, mixes: mixes(checking, left, right), span, type }, [
    left,
    right,
  ]);
}

export function inferUnary(checking: Checking, expression: UnaryExpression): TypedExpression {
  const { span } = expression;
  if (expression.operator === 'not') {
    const operand = inferCondition(checking, expression.operand, 'not');
    const type = itemByItem(checking, span, { kind: 'yes_no' }, [operand]);
    return naming(checking, { kind: 'not', operand, span, type }, [operand]);
  }
  const operand = inferNumber(checking, expression.operand, '-');
  if (operand.kind === 'constant' && typeof operand.value === 'number') {
    return { ...operand, value: operand.value === 0 ? 0 : -operand.value, span };
  }
  const type = itemByItem(checking, span, { kind: 'number' }, [operand]);
  return naming(checking, { kind: 'minus', operand, span, type }, [operand]);
}

export function inferArithmetic(
  checking: Checking,
  expression: BinaryExpression,
  operator: Arithmetic['operator'],
): TypedExpression {
  const left = inferNumber(checking, expression.left, operator);
  const right = inferNumber(checking, expression.right, operator);
  const type = itemByItem(checking, expression.span, { kind: 'number' }, [left, right]);
  const node = {
    kind: 'arithmetic',
    operator,
    left,
    right,
    mixes: mixes(checking, left, right),
    span: expression.span,
    type,
  } as const;
  return naming(checking, node, [left, right]);
}

/** What stands beside `and`, `or` or `not`, or is counted: yes or no. */
export function inferCondition(checking: Checking, expression: Expression, beside: string): TypedExpression {
  const typed = checking.infer(expression);
  const type = single(typed.type);
  if (type.kind !== 'yes_no' && type.kind !== 'unknown') {
    const remedy =
      type.kind === 'category' ? type.scale.categories.slice(0, 1).map((one) => `${cite(expression)} = ${one.id}`) : [];
    const found = `${quote(expression)} is ${describeType(type)}`;
    report(checking, 'type-mismatch', expression.span, `\`${beside}\` needs conditions, which are yes or no.`, found, remedy);
  }
  return typed;
}

/** What stands in arithmetic, or is summed: a number. */
export function inferNumber(checking: Checking, expression: Expression, beside: string): TypedExpression {
  const typed = checking.infer(expression);
  const type = single(typed.type);
  if (type.kind !== 'number' && type.kind !== 'unknown') {
    const hasScore = type.kind === 'category' && typed.kind === 'reading';
    const expected = `\`${beside}\` needs numbers${hasScore ? ', or the score of a scale' : ''}.`;
    const found = `${quote(expression)} is ${describeType(type)}`;
    const similar = hasScore ? [`score(${cite(expression)})`] : [];
    report(checking, 'type-mismatch', expression.span, expected, found, similar);
  }
  return typed;
}

/** What is written, between backticks where it is short enough to read in a message. */
function quote(expression: Expression): string {
  const text = cite(expression);
  return text.length > 40 ? 'this' : `\`${text}\``;
}

function cite(expression: Expression): string {
  return formatExpression(expression);
}
