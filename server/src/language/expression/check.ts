import type { Expression } from './tree';
import type { CheckedExpression, Expected } from './typed';
import type { Scope } from './types';

export function checkExpression(tree: Expression, _scope: Scope, _expected: Expected = 'any'): CheckedExpression {
  const type = { kind: 'unknown' } as const;
  return { typed: { kind: 'unresolved', span: tree.span, type }, type, problems: [], uses: [] };
}
