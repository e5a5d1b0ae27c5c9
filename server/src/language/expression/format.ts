import type { Expression } from './tree';

/** An expression in its one canonical spelling. */
export function formatExpression(_tree: Expression): string {
  return '';
}
