import type { Aggregate, TypedExpression, UnknownRule } from '../expression';
import { partsOf } from '../expression';

/** The count, sum or mean in an expression: there is one at most. */
export function aggregateIn(typed: TypedExpression): Aggregate | undefined {
  if (typed.kind === 'aggregate') return typed;
  for (const part of partsOf(typed)) {
    const found = aggregateIn(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether the expression is kept only where every count that unknown items leave possible gives the same. */
export function isOpenCount(aggregate: Aggregate, rule: UnknownRule | undefined): boolean {
  const isCount = aggregate.function !== 'sum' && aggregate.function !== 'mean';
  return isCount && (rule === undefined || rule.rule === 'determinable');
}

/** What an aggregate goes over: each item of its vectors, and its single values, in the order of the codebook. */
export function itemsOf(aggregate: Aggregate): readonly { readonly part: TypedExpression; readonly item?: string }[] {
  return aggregate.parts.flatMap((part) =>
    part.type.kind === 'vector' ? part.type.items.map((item) => ({ part, item })) : [{ part }],
  );
}
