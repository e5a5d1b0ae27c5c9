import type { Span } from '../text/span';
import { isMet } from './evaluate-steps';
import { partsOf } from './parts';
import type { Expression } from './tree';
import type { Comparison, ComparisonOperator, TypedExpression } from './typed';

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

/** Every reading of a variable, in the order of the text. */
export function namesIn(typed: TypedExpression): readonly NamedVariable[] {
  const names: NamedVariable[] = [];
  collect(typed, { counted: false, tested: false }, names);
  return names;
}

type Manner = Pick<NamedVariable, 'counted' | 'tested'>;

function collect(typed: TypedExpression, manner: Manner, into: NamedVariable[]): void {
  if (typed.kind === 'reading') {
    const item = typed.item === undefined ? {} : { item: typed.item };
    into.push({ variable: typed.variable, ...item, span: typed.span, ...manner });
  }
  const within = { counted: manner.counted || typed.kind === 'aggregate', tested: manner.tested || isTest(typed) };
  for (const part of partsOf(typed)) collect(part, within, into);
}

function isTest({ kind }: TypedExpression): boolean {
  return kind === 'level' || kind === 'kind';
}

/** Every name that stands in an expression, whatever it turns out to name. */
export function namesWritten(tree: Expression): readonly string[] {
  switch (tree.kind) {
    case 'number':
    case 'text':
    case 'yes_no':
      return [];
    case 'name':
      return [tree.name];
    case 'unary':
      return namesWritten(tree.operand);
    case 'binary':
      return [...namesWritten(tree.left), ...namesWritten(tree.right)];
    case 'membership':
      return [tree.operand, ...tree.options].flatMap(namesWritten);
    case 'call':
      return tree.arguments.flatMap(namesWritten);
    case 'hole':
      return tree.parts.flatMap(namesWritten);
  }
}

/** `count(…) >= k`: the number of items, and whether the count can ever meet it. */
export interface Threshold {
  readonly span: Span;
  /** As if the count stood on the left. */
  readonly operator: ComparisonOperator;
  readonly k: number;
  readonly items: number;
  readonly met: 'always' | 'never' | 'sometimes';
}

/** Every comparison of a count with a number. */
export function comparesCount(typed: TypedExpression): readonly Threshold[] {
  const own = typed.kind === 'comparison' ? thresholdOf(typed) : [];
  return [...own, ...partsOf(typed).flatMap(comparesCount)];
}

function thresholdOf({ left, operator, right, span }: Comparison): readonly Threshold[] {
  if (right.kind === 'aggregate' && left.kind === 'constant') return threshold(right, mirrored(operator), left, span);
  return left.kind === 'aggregate' && right.kind === 'constant' ? threshold(left, operator, right, span) : [];
}

function threshold(
  count: TypedExpression & { readonly kind: 'aggregate' },
  operator: ComparisonOperator,
  { value: k }: TypedExpression & { readonly kind: 'constant' },
  span: Span,
): readonly Threshold[] {
  if (count.function !== 'count' || typeof k !== 'number') return [];
  const answers = Array.from({ length: count.items + 1 }, (_, yes) => isMet(operator, yes - k));
  const met = answers.every((one) => one) ? 'always' : answers.some((one) => one) ? 'sometimes' : 'never';
  return [{ span, operator, k, items: count.items, met }];
}

function mirrored(operator: ComparisonOperator): ComparisonOperator {
  const mirror = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;
  return mirror[operator];
}
