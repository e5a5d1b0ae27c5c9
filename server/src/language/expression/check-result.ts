import { type Checking, describeType, report } from './checking';
import { fullName } from './full-name';
import type { Expected, TypedExpression } from './typed';
import type { ExpressionType } from './types';
import { single } from './types';

/** Whether the whole expression comes to what is wanted at its place. */
export function checkResult(checking: Checking, typed: TypedExpression, expected: Expected): void {
  if (typed.type.kind === 'vector' && !checking.scope.allowsVector) return reportVector(checking, typed);
  const type = single(typed.type);
  if (type.kind === 'unknown' || fits(type, expected)) return;
  report(
    checking,
    'type-mismatch',
    typed.span,
    wanted(expected),
    `this is ${describeType(type)}`,
    remedies(typed, type, expected),
  );
}

function fits(type: ExpressionType, expected: Expected): boolean {
  switch (expected) {
    case 'condition':
      return type.kind === 'yes_no';
    case 'number':
      return type.kind === 'number';
    case 'value':
      return type.kind === 'yes_no' || type.kind === 'number';
    case 'any':
      return true;
  }
}

function wanted(expected: Expected): string {
  switch (expected) {
    case 'condition':
      return 'Here a condition must stand, which is yes or no for each respondent.';
    case 'number':
      return 'Here a number must stand, or the score of a scale.';
    default:
      return 'A value must be a condition or a number.';
  }
}

/** A category has a score, or can be compared with one of its scale: the first are as good examples as any. */
function remedies(typed: TypedExpression, type: ExpressionType, expected: Expected): readonly string[] {
  if (typed.kind !== 'reading' || type.kind !== 'category') return [];
  const name = fullName(typed.variable, typed.item);
  if (expected === 'number') return [`score(${name})`];
  return type.scale.categories.slice(0, 3).map((category) => `${name} = ${category.id}`);
}

function reportVector(checking: Checking, typed: TypedExpression): void {
  const culprit = firstVector(typed);
  const name = culprit.kind === 'reading' ? culprit.variable : undefined;
  const items = culprit.type.kind === 'vector' ? culprit.type.items : [];
  const expected = checking.scope.allowsAggregates
    ? 'A battery has one value for each item: name one item, or count them with `count`, `any` or `all`.'
    : 'A battery has one value for each item: name one item, or a derived variable that counts them.';
  const found = name === undefined ? `this has ${items.length} items` : `\`${name}\` has ${items.length} items`;
  const similar = name === undefined ? [] : items.slice(0, 3).map((item) => `${name}.${item}`);
  report(checking, 'vector-out-of-place', culprit.span, expected, found, similar);
}

/** The name that makes it a vector, as far to the left as there is one. */
function firstVector(typed: TypedExpression): TypedExpression {
  switch (typed.kind) {
    case 'not':
    case 'minus':
    case 'one_of':
    case 'score':
    case 'level':
    case 'kind':
      return firstVector(typed.operand);
    case 'logic':
    case 'comparison':
    case 'arithmetic':
      return firstVector(typed.left.type.kind === 'vector' ? typed.left : typed.right);
    default:
      return typed;
  }
}
