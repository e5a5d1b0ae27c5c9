import { nearest } from '../text/nearest';
import type { Span } from '../text/span';
import { type Checking, itemByItem, naming, report, unresolved, use } from './checking';
import type { CallExpression, Expression } from './tree';
import type { TypedExpression } from './typed';
import { type MissingKind, missingKinds } from './value';

export function isKindCall(expression: Expression): expression is CallExpression {
  return expression.kind === 'call' && expression.function === 'kind';
}

/** `kind(q) = dont_know`, `kind(q) in (dont_know, refused)`: opposite `kind` stand the names of kinds. */
export function inferKindTest(
  checking: Checking,
  call: CallExpression,
  written: readonly Expression[],
  negated: boolean,
  span: Span,
): TypedExpression {
  use(checking, call.functionSpan, 'kind', { kind: 'function' });
  const operand = onlyArgument(checking, call);
  const kinds = written.map((one) => readKind(checking, one)).filter((one) => one !== undefined);
  const type = itemByItem(checking, span, { kind: 'yes_no' }, [operand]);
  if (kinds.length < written.length) return { ...unresolved(span), type };
  return naming(checking, { kind: 'kind', operand, kinds, negated, span, type }, [operand]);
}

function readKind(checking: Checking, written: Expression): MissingKind | undefined {
  if (written.kind === 'hole') return undefined;
  const kind = written.kind === 'name' && !written.item ? missingKinds.find((one) => one === written.name) : undefined;
  if (kind !== undefined) {
    use(checking, written.span, kind, { kind: 'missing_kind' });
    return kind;
  }
  const expected = `Opposite \`kind\` a kind of missing answer must stand: ${missingKinds.map((one) => `\`${one}\``).join(', ')}.`;
  const found = written.kind === 'name' ? `\`${written.name}\` is none of them` : 'this is none of them';
  report(
    checking,
    'unknown-category',
    written.span,
    expected,
    found,
    written.kind === 'name' ? nearest(written.name, missingKinds) : [],
  );
  return undefined;
}

/** The argument of a function that takes one. */
export function onlyArgument(checking: Checking, call: CallExpression): TypedExpression {
  const [first, second] = call.arguments.map((one) => checking.infer(one));
  if (second !== undefined) {
    const expected = `\`${call.function}\` takes one question or item.`;
    report(checking, 'type-mismatch', second.span, expected, `it is given ${call.arguments.length}`);
  }
  return first ?? unresolved(call.span);
}
