import type { Span } from '../text/span';
import { agree } from './check-agreement';
import { inferKindTest, isKindCall } from './check-kinds';
import { resolveSide, type Side } from './check-names';
import { joinLogic } from './check-operators';
import { type Checking, itemByItem, mixes, naming, unresolved } from './checking';
import type { Expression, MembershipExpression } from './tree';
import type { Constant, OneOf, Option, TypedExpression } from './typed';

/** `x in (a, b)`: constants make one test; a variable in the list is compared by itself and joined by `or`. */
export function inferMembership(checking: Checking, expression: MembershipExpression): TypedExpression {
  const { operand: written, negated, span } = expression;
  if (isKindCall(written)) return inferKindTest(checking, written, expression.options, negated, span);
  const operand = checking.infer(written);
  const sides = expression.options
    .filter((one) => one.kind !== 'hole' || one.parts.length > 0)
    .map((one) => resolveOption(checking, one, written, operand));
  if (sides.length === 0) return naming(checking, unresolved(span), [operand]);
  const constants = sides.filter(isConstant);
  const others = sides.filter((side) => !isConstant(side)).map((side) => equal(checking, operand, side.typed, expression));
  if (others.length === 0) return oneOf(checking, operand, constants, negated, span);
  const tests = constants.length === 0 ? others : [oneOf(checking, operand, constants, false, span), ...others];
  const joined = tests.reduce((left, right) => joinLogic(checking, 'or', left, right, span));
  return negated ? naming(checking, { kind: 'not', operand: joined, span, type: joined.type }, [joined]) : joined;
}

function resolveOption(checking: Checking, option: Expression, written: Expression, operand: TypedExpression): Side {
  const side = resolveSide(checking, option, written, false);
  if (side.kind === 'group') return side;
  const { right } = agree(checking, operand, side.typed, option.span);
  return { kind: 'value', typed: right };
}

function isConstant(side: Side): boolean {
  return side.kind === 'group' || side.typed.kind === 'constant';
}

function oneOf(checking: Checking, operand: TypedExpression, sides: readonly Side[], negated: boolean, span: Span): OneOf {
  const options = sides.flatMap(asOption);
  const values = [...new Set(options.flatMap(valuesOf))];
  const type = itemByItem(checking, span, { kind: 'yes_no' }, [operand]);
  const node: OneOf = { kind: 'one_of', operand, negated, options, values, span, type };
  return naming(checking, node, [operand]);
}

function asOption(side: Side): readonly Option[] {
  if (side.kind === 'group') return [{ kind: 'group', group: side.group }];
  return side.typed.kind === 'constant' ? [constantOption(side.typed)] : [];
}

function constantOption({ value, type }: Constant): Option {
  const category = type.kind === 'category' ? type.scale.categories.find((one) => one.id === value) : undefined;
  return category === undefined ? { kind: 'value', value } : { kind: 'category', category };
}

function valuesOf(option: Option): readonly (number | string | boolean)[] {
  switch (option.kind) {
    case 'category':
      return [option.category.id];
    case 'group':
      return option.group.members;
    case 'value':
      return [option.value];
  }
}

function equal(
  checking: Checking,
  left: TypedExpression,
  right: TypedExpression,
  { span }: MembershipExpression,
): TypedExpression {
  const type = itemByItem(checking, span, { kind: 'yes_no' }, [left, right]);
  return naming(checking, { kind: 'comparison', operator: '=', left, right, mixes: mixes(checking, left, right), span, type }, [
    left,
    right,
  ]);
}
