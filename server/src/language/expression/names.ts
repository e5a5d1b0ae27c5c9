import type { Span } from '../text/span';
import type { ComparisonOperator, TypedExpression } from './typed';

/** A question, item or derived variable that an expression reads. */
export interface NamedVariable {
  readonly variable: string;
  /** Absent for a single variable, and for all items of a battery. */
  readonly item?: string;
  readonly span: Span;
  /** Whether a count, sum or mean goes over it: `not_asked: as_no` takes it out of the universe. */
  readonly counted: boolean;
  /** Whether only `asked`, `answered`, `substantive` or `kind` looks at it: then its universe does not matter. */
  readonly tested: boolean;
}

export function namesIn(_typed: TypedExpression): readonly NamedVariable[] {
  return [];
}

/** `count(…) >= k`: the number of items, and whether the count can ever meet it. */
export interface Threshold {
  readonly span: Span;
  readonly operator: ComparisonOperator;
  readonly k: number;
  readonly items: number;
  readonly met: 'always' | 'never' | 'sometimes';
}

export function comparesCount(_typed: TypedExpression): readonly Threshold[] {
  return [];
}

/** The answer of a condition that is the same whatever is answered, or `undefined`. */
export function constantAnswer(_typed: TypedExpression): boolean | undefined {
  return undefined;
}
