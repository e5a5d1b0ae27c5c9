import { partsOf } from '../../expression';
import { holdsCode } from '../../expression/codes';
import type { Comparison, TypedExpression } from '../../expression/typed';
import type { Fix } from '../../problem';
import type { Span } from '../../text/span';
import type { CheckSubject } from '../check';
import { offered } from '../fixes/edits';
import { replaceInExpression } from './edits';
import type { ExpressionFinding } from './expression-findings';

/** `employees = -9` as the question for the kind of missing answer that the code stands for. */
export function kindsInstead({ codebook }: CheckSubject, { text, span }: ExpressionFinding): readonly Fix[] {
  const compared = comparisonAt(text.checked.typed, span);
  if (compared === undefined || (compared.operator !== '=' && compared.operator !== '!=')) return [];
  const [side, other] = compared.left.kind === 'reading' ? [compared.left, compared.right] : [compared.right, compared.left];
  if (side.kind !== 'reading') return [];
  const written = text.text.parsed.text;
  const code = written.slice(other.span.start, other.span.end).replace(/\s+/g, '');
  const declared = codebook.variables.get(side.variable)?.scale?.missing ?? [];
  const kind = declared.find((one) => one.code !== undefined && holdsCode(one.code, code))?.kind;
  const isShared = declared.filter((one) => one.kind === kind).length > 1;
  if (kind === undefined || isShared) return [];
  const name = written.slice(side.span.start, side.span.end);
  const condition = `kind(${name}) ${compared.operator} ${kind}`;
  return offered(`Change to \`${condition}\``, [replaceInExpression(text.text, compared.span, condition)]);
}

/** The innermost comparison around a span. */
function comparisonAt(typed: TypedExpression, span: Span): Comparison | undefined {
  if (typed.span.start > span.start || span.end > typed.span.end) return undefined;
  for (const part of partsOf(typed)) {
    const inner = comparisonAt(part, span);
    if (inner !== undefined) return inner;
  }
  return typed.kind === 'comparison' ? typed : undefined;
}
