import type { Span } from '../text/span';
import type { FunctionInfo } from './functions';
import type { ParsedExpression } from './tree';
import type { Category, CategoryGroup, Labels, Scope, ScopedVariable } from './types';
import type { MissingKind } from './value';

/** What may stand at the cursor, best first, and the text it would replace. */
export interface ExpressionCompletion {
  readonly replace: Span;
  readonly proposals: readonly Proposal[];
}

export type Proposal =
  | { readonly kind: 'variable'; readonly text: string; readonly variable: ScopedVariable }
  | { readonly kind: 'item'; readonly text: string; readonly variable: ScopedVariable; readonly labels: Labels }
  | { readonly kind: 'category'; readonly text: string; readonly category: Category }
  | { readonly kind: 'group'; readonly text: string; readonly group: CategoryGroup }
  /** `text` is the name; the caller adds parentheses. */
  | { readonly kind: 'function'; readonly text: string; readonly function: FunctionInfo }
  | { readonly kind: 'missing_kind'; readonly text: MissingKind }
  /** An operator or a literal: `and`, `=`, `yes`. */
  | { readonly kind: 'keyword'; readonly text: string };

export function expressionContext(_parsed: ParsedExpression, _scope: Scope, offset: number): ExpressionCompletion {
  return { replace: { start: offset, end: offset }, proposals: [] };
}
