import { nearest } from '../text/nearest';
import { onlyArgument } from './check-kinds';
import { inferCondition, inferNumber } from './check-operators';
import { type Checking, describeType, itemByItem, naming, report, unresolved, use } from './checking';
import { functionNamed, functions } from './functions';
import type { CallExpression } from './tree';
import type { Aggregate, AggregateName, TypedExpression } from './typed';
import type { ResponseScale } from './types';
import { single } from './types';

export function inferCall(checking: Checking, call: CallExpression): TypedExpression {
  const name = functionNamed(call.function)?.name;
  checking.broken ||= !call.closed;
  if (name === undefined) return inferUnknownCall(checking, call);
  use(checking, call.functionSpan, name, { kind: 'function' });
  switch (name) {
    case 'score':
      return inferScore(checking, call);
    case 'asked':
    case 'answered':
    case 'substantive': {
      const operand = onlyArgument(checking, call);
      const type = itemByItem(checking, call.span, { kind: 'yes_no' }, [operand]);
      return naming(checking, { kind: 'level', level: name, operand, span: call.span, type }, [operand]);
    }
    case 'kind': {
      const expected = 'A kind must be compared with the name of one: `kind(q) = dont_know`.';
      if (call.closed) report(checking, 'function-out-of-place', call.span, expected, 'it is compared with nothing');
      return naming(checking, unresolved(call.span), [onlyArgument(checking, call)]);
    }
    default:
      return inferAggregate(checking, call, name);
  }
}

function inferUnknownCall(checking: Checking, call: CallExpression): TypedExpression {
  const isVariable = checking.scope.variable(call.function) !== undefined;
  const names = functions.map((one) => one.name);
  const expected = `The functions are ${names.map((one) => `\`${one}\``).join(', ')}.`;
  const found = isVariable
    ? `\`${call.function}\` is a variable and takes nothing in parentheses`
    : `\`${call.function}\` is none of them`;
  report(checking, 'unknown-function', call.functionSpan, expected, found, nearest(call.function, names));
  const parts = call.arguments.map((one) => checking.infer(one));
  return naming(checking, unresolved(call.span), parts);
}

function inferScore(checking: Checking, call: CallExpression): TypedExpression {
  const operand = onlyArgument(checking, call);
  const type = itemByItem(checking, call.span, { kind: 'number' }, [operand]);
  const of = single(operand.type);
  if (operand.kind !== 'reading' || of.kind !== 'category') {
    if (of.kind !== 'unknown') {
      const expected = '`score` takes a question or item with a scale.';
      report(checking, 'type-mismatch', operand.span, expected, `this is ${describeType(of)}`);
    }
    return naming(checking, { ...unresolved(call.span), type }, [operand]);
  }
  reportMissingScores(checking, call, of.scale);
  const scores = of.scale.categories.flatMap(({ id, score }) => (score === undefined ? [] : [{ category: id, score }]));
  const reversed = [...(checking.scope.variable(operand.variable)?.reversed ?? [])];
  return naming(checking, { kind: 'score', operand, scores, reversed, span: call.span, type }, [operand]);
}

function reportMissingScores(checking: Checking, call: CallExpression, scale: ResponseScale): void {
  const without = scale.categories.filter((one) => one.score === undefined).map((one) => `\`${one.id}\``);
  if (without.length === 0) return;
  const expected =
    'For a score each category of the scale must declare one: `score: 4`, or `scores: codes` for the whole scale.';
  const found = without.length === scale.categories.length ? 'no category has a score' : `${without.join(', ')} has none`;
  report(checking, 'scores-missing', call.span, expected, found);
}

function inferAggregate(checking: Checking, call: CallExpression, name: AggregateName): TypedExpression {
  reportPlace(checking, call);
  const wasInside = checking.insideAggregate;
  checking.insideAggregate = true;
  checking.aggregates++;
  const takesNumbers = name === 'sum' || name === 'mean';
  const parts = call.arguments.map((one) => (takesNumbers ? inferNumber : inferCondition)(checking, one, name));
  checking.insideAggregate = wasInside;
  const items = parts.reduce((sum, part) => sum + (part.type.kind === 'vector' ? part.type.items.length : 1), 0);
  const type = name === 'any' || name === 'all' ? ({ kind: 'yes_no' } as const) : ({ kind: 'number' } as const);
  const node: Aggregate = { kind: 'aggregate', function: name, parts, items, span: call.span, type };
  naming(checking, node, parts);
  return node;
}

/** One cause, one problem: where no aggregate may stand, how many there are does not matter. */
function reportPlace(checking: Checking, call: CallExpression): void {
  const name = `\`${call.function}\``;
  const place = call.functionSpan;
  if (!checking.scope.allowsAggregates) {
    const expected = `${name} stands only in \`derived\`: define a variable there and use its name here.`;
    report(checking, 'function-out-of-place', place, expected, `${name} stands outside \`derived\``);
  } else if (checking.insideAggregate) {
    report(
      checking,
      'function-out-of-place',
      place,
      'Counts, sums and means can’t stand inside each other.',
      `${name} stands inside another`,
    );
  } else if (checking.aggregates > 0) {
    const expected =
      'A value holds at most one count, sum or mean, as one `unknown` rule speaks for it: derive the other by itself.';
    report(checking, 'function-out-of-place', place, expected, `${name} is the second`);
  }
}
