import type { Span } from '../text/span';
import type { Expression, ExpressionProblem, ExpressionProblemCode } from './tree';
import type { NameMeaning, NameUse, TypedExpression } from './typed';
import type { ExpressionType, ResponseScale, ScalarType, Scope } from './types';

/** What is known while one expression is checked. Lives for one call of `checkExpression`. */
export interface Checking {
  readonly scope: Scope;
  readonly problems: ExpressionProblem[];
  readonly uses: NameUse[];
  /** Types an expression by itself. Handed down so that the files of the checker need not import each other in a circle. */
  readonly infer: (expression: Expression) => TypedExpression;
  /** In what could not be joined to the rest, names are looked up but nothing is reported. */
  quiet: boolean;
  /** Something is missing: what the whole comes to can't be judged. */
  broken: boolean;
  insideAggregate: boolean;
  aggregates: number;
  /** The questions and items each node names; two are enough to know that there are several. */
  readonly named: Map<TypedExpression, readonly string[]>;
}

export function report(
  checking: Checking,
  code: ExpressionProblemCode,
  span: Span,
  expected: string,
  found: string,
  similar: readonly string[] | (() => readonly string[]) = [],
): void {
  if (checking.quiet) return;
  const search = typeof similar === 'function' ? once(similar) : () => similar;
  checking.problems.push({
    code,
    span,
    expected,
    found,
    get similar() {
      return search();
    },
  });
}

/** An expression is checked for several uses, and what was probably meant is looked for only where it is told. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

export function use(checking: Checking, span: Span, name: string, meaning: NameMeaning): void {
  checking.uses.push({ span, name, meaning });
}

export function unresolved(span: Span): TypedExpression {
  return { kind: 'unresolved', span, type: { kind: 'unknown' } };
}

/** Remembers what a node names: what its parts do. */
export function naming<T extends TypedExpression>(checking: Checking, node: T, parts: readonly TypedExpression[]): T {
  const names = new Set<string>();
  for (const part of parts) for (const name of checking.named.get(part) ?? []) names.add(name);
  checking.named.set(node, [...names].slice(0, 2));
  return node;
}

/** Whether two operands both name something, and not just one and the same question or item. */
export function mixes(checking: Checking, left: TypedExpression, right: TypedExpression): boolean {
  const ofLeft = checking.named.get(left) ?? [];
  const ofRight = checking.named.get(right) ?? [];
  return ofLeft.length > 0 && ofRight.length > 0 && new Set([...ofLeft, ...ofRight]).size > 1;
}

/**
 * The type of what works item by item on these operands: a vector where one of them is. Two vectors must have the same
 * items; if not, that is reported and the type is unknown.
 */
export function itemByItem(
  checking: Checking,
  span: Span,
  of: ScalarType,
  operands: readonly TypedExpression[],
): ExpressionType {
  const vectors = operands.map((one) => one.type).filter((type) => type.kind === 'vector');
  const [first] = vectors;
  if (first === undefined) return of;
  const other = vectors.find((one) => !sameItems(one.items, first.items));
  if (other === undefined) return { kind: 'vector', of, items: first.items };
  const expected = 'Two batteries can be combined item by item only where their items have the same ids.';
  report(checking, 'type-mismatch', span, expected, differentItems(first.items, other.items));
  return { kind: 'unknown' };
}

function sameItems(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((item, at) => item === other[at]));
}

function differentItems(one: readonly string[], other: readonly string[]): string {
  const odd = one.find((item) => !other.includes(item)) ?? other.find((item) => !one.includes(item));
  return odd === undefined ? 'their items stand in another order' : `only one of them has \`${odd}\``;
}

/** Whether two variables answer on the same scale. */
export function sameScale(one: ResponseScale, other: ResponseScale): boolean {
  if (one === other) return true;
  if (one.id !== undefined || other.id !== undefined) return one.id === other.id;
  return sameItems(
    one.categories.map((category) => category.id),
    other.categories.map((category) => category.id),
  );
}

/** A type in plain words, as the object of "is". */
export function describeType(type: ExpressionType): string {
  switch (type.kind) {
    case 'yes_no':
      return 'yes or no';
    case 'number':
      return 'a number';
    case 'text':
      return 'a text';
    case 'date':
      return 'a date';
    case 'category':
      return type.scale.id === undefined ? 'one of several categories' : `a category of \`${type.scale.id}\``;
    case 'vector':
      return 'one value for each item';
    case 'unknown':
      return 'not known';
  }
}
