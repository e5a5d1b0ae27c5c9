import { agree } from './check-agreement';
import { inferKindTest, isKindCall } from './check-kinds';
import { type GroupSide, resolveSide, type Side } from './check-names';
import { type Checking, itemByItem, mixes, naming, report, unresolved } from './checking';
import type { BinaryExpression, BinaryOperator, NameExpression } from './tree';
import type { ComparisonOperator, OneOf, TypedExpression } from './typed';
import type { ResponseScale } from './types';
import { single } from './types';

const comparisonOperators: readonly string[] = ['=', '!=', '<', '<=', '>', '>='] satisfies readonly ComparisonOperator[];

export function isComparisonOperator(operator: BinaryOperator): operator is ComparisonOperator {
  return comparisonOperators.includes(operator);
}

/** `=`, `!=`, and the ordered comparisons. A group stands for its members: `= group` is "is one of them". */
export function inferComparison(
  checking: Checking,
  expression: BinaryExpression,
  operator: ComparisonOperator,
): TypedExpression {
  if (isKindCall(expression.left)) return compareKind(checking, expression, operator, expression.left, expression.right);
  if (isKindCall(expression.right)) return compareKind(checking, expression, operator, expression.right, expression.left);
  const left = resolveSide(checking, expression.left, expression.right, true);
  const right = resolveSide(checking, expression.right, expression.left, false);
  if (areBothCategories(left, right)) return reportBothCategories(checking, expression);
  if (left.kind === 'group') return compareGroup(checking, expression, operator, right.typed, left);
  if (right.kind === 'group') return compareGroup(checking, expression, operator, left.typed, right);
  return compareValues(checking, expression, operator, left.typed, right.typed);
}

/** Two variables, each named like a category of the other's scale: which is which can't be told. */
function areBothCategories(left: Side, right: Side): boolean {
  return [left, right].every(
    (side) => side.kind === 'group' || (side.typed.kind === 'constant' && side.typed.type.kind === 'category'),
  );
}

function reportBothCategories(checking: Checking, expression: BinaryExpression): TypedExpression {
  const { name } = expression.right as NameExpression;
  const expected = 'A name must mean one thing: a category of the scale, or a variable. Rename one of them.';
  report(checking, 'ambiguous-name', expression.right.span, expected, `\`${name}\` is both`);
  return unresolved(expression.span);
}

function compareKind(
  checking: Checking,
  expression: BinaryExpression,
  operator: ComparisonOperator,
  call: Parameters<typeof inferKindTest>[1],
  kind: BinaryExpression['right'],
): TypedExpression {
  if (operator !== '=' && operator !== '!=') {
    const expected = 'Kinds of missing answers have no order: compare them with `=` or `!=`.';
    report(checking, 'type-mismatch', expression.operatorSpan, expected, `\`${operator}\` asks for an order`, ['=', '!=']);
  }
  return inferKindTest(checking, call, [kind], operator === '!=', expression.span);
}

function compareGroup(
  checking: Checking,
  expression: BinaryExpression,
  operator: ComparisonOperator,
  operand: TypedExpression,
  { group }: GroupSide,
): TypedExpression {
  if (operator !== '=' && operator !== '!=') {
    const expected = 'A group has no place of its own in the order of the scale: compare with one of its categories.';
    report(checking, 'type-mismatch', expression.span, expected, `\`${group.id}\` is a group`, group.members.slice(0, 3));
    return unresolved(expression.span);
  }
  const type = itemByItem(checking, expression.span, { kind: 'yes_no' }, [operand]);
  const node: OneOf = {
    kind: 'one_of',
    operand,
    negated: operator === '!=',
    options: [{ kind: 'group', group }],
    values: group.members,
    span: expression.span,
    type,
  };
  return naming(checking, node, [operand]);
}

function compareValues(
  checking: Checking,
  expression: BinaryExpression,
  operator: ComparisonOperator,
  writtenLeft: TypedExpression,
  writtenRight: TypedExpression,
): TypedExpression {
  const { span, operatorSpan } = expression;
  const { left, right, agreed } = agree(checking, writtenLeft, writtenRight, span);
  const type = agreed ? itemByItem(checking, span, { kind: 'yes_no' }, [left, right]) : ({ kind: 'unknown' } as const);
  const node = { kind: 'comparison', operator, left, right, mixes: mixes(checking, left, right), span, type } as const;
  const isOrdered = operator !== '=' && operator !== '!=';
  const ranking = isOrdered && agreed ? rank(checking, operatorSpan, operator, left, right) : undefined;
  return naming(checking, ranking === undefined ? node : { ...node, ranking }, [left, right]);
}

/** The order that an ordered comparison of categories follows; reports where there is none. */
function rank(
  checking: Checking,
  span: TypedExpression['span'],
  operator: ComparisonOperator,
  left: TypedExpression,
  right: TypedExpression,
): readonly string[] | undefined {
  const one = single(left.type);
  const type = one.kind === 'unknown' ? single(right.type) : one;
  if (type.kind === 'category') return ranking(checking, span, operator, type.scale);
  if (type.kind === 'yes_no' || type.kind === 'text') {
    const what = type.kind === 'text' ? 'Texts are' : 'Yes and no are';
    report(
      checking,
      'type-mismatch',
      span,
      `${what} compared with \`=\`, \`!=\` or \`in\` only.`,
      `\`${operator}\` asks for an order`,
      ['=', '!='],
    );
  }
  return undefined;
}

function ranking(
  checking: Checking,
  span: TypedExpression['span'],
  operator: ComparisonOperator,
  scale: ResponseScale,
): readonly string[] | undefined {
  const ids = scale.categories.map((category) => category.id);
  if (scale.order !== undefined) return scale.order === 'ascending' ? ids : ids.reverse();
  const which = scale.id === undefined ? 'the scale' : `\`${scale.id}\``;
  const expected = `\`${operator}\` needs a scale with \`order: ascending\` (least first) or \`order: descending\` (most first).`;
  report(checking, 'order-needed', span, expected, `${which} declares no order`);
  return undefined;
}
