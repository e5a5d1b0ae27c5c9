import { inferCall } from './check-calls';
import { inferComparison, isComparisonOperator } from './check-comparison';
import { inferMembership } from './check-membership';
import { inferName, inferText } from './check-names';
import { inferArithmetic, inferLogic, inferUnary } from './check-operators';
import { checkResult } from './check-result';
import { type Checking, naming, unresolved } from './checking';
import type { BinaryExpression, Expression, Hole } from './tree';
import type { CheckedExpression, Constant, Expected, TypedExpression } from './typed';
import type { ScalarType, Scope } from './types';

/**
 * Resolves the names of an expression and checks its types. One problem for each cause: what is not known agrees with
 * everything. Problems of the parser are not repeated; what it could not join is looked up but not judged.
 */
export function checkExpression(tree: Expression, scope: Scope, expected: Expected = 'any'): CheckedExpression {
  const checking = startChecking(scope);
  const typed = checking.infer(tree);
  if (!checking.broken) checkResult(checking, typed, expected);
  return {
    typed,
    type: typed.type,
    problems: checking.problems.sort((one, other) => one.span.start - other.span.start),
    uses: checking.uses.sort((one, other) => one.span.start - other.span.start),
  };
}

function startChecking(scope: Scope): Checking {
  const checking: Checking = {
    scope,
    problems: [],
    uses: [],
    infer: (expression) => infer(checking, expression),
    quiet: false,
    broken: false,
    insideAggregate: false,
    aggregates: 0,
    named: new Map(),
  };
  return checking;
}

function infer(checking: Checking, expression: Expression): TypedExpression {
  switch (expression.kind) {
    case 'number':
      return constant(expression, { kind: 'number' });
    case 'text':
      return inferText(checking, expression);
    case 'yes_no':
      return constant(expression, { kind: 'yes_no' });
    case 'name':
      return inferName(checking, expression);
    case 'unary':
      return inferUnary(checking, expression);
    case 'binary':
      return inferBinary(checking, expression);
    case 'membership':
      return inferMembership(checking, expression);
    case 'call':
      return inferCall(checking, expression);
    case 'hole':
      return inferHole(checking, expression);
  }
}

function constant(literal: Expression & Pick<Constant, 'value'>, type: ScalarType): Constant {
  return { kind: 'constant', value: literal.value, span: literal.span, type };
}

function inferBinary(checking: Checking, expression: BinaryExpression): TypedExpression {
  const { operator } = expression;
  if (operator === 'and' || operator === 'or') return inferLogic(checking, expression, operator);
  if (isComparisonOperator(operator)) return inferComparison(checking, expression, operator);
  return inferArithmetic(checking, expression, operator);
}

/** The first part is checked as it stands; of the others one can't tell what they were meant for. */
function inferHole(checking: Checking, hole: Hole): TypedExpression {
  checking.broken = true;
  const { quiet } = checking;
  const parts: TypedExpression[] = [];
  for (const part of hole.parts) {
    parts.push(checking.infer(part));
    checking.quiet = true;
  }
  checking.quiet = quiet;
  return naming(checking, unresolved(hole.span), parts);
}
