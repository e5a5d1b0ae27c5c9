import type { TypedExpression } from '../expression';
import { aggregateOf } from '../expression/evaluate-aggregate';
import { partsOf } from '../expression/parts';
import type { Reading } from '../expression/typed';

/** What a row is asked for, as the evaluator asks it. */
export interface AskedFor {
  readonly variable: string;
  readonly item: string | undefined;
}

/** Every reading of an expression once, a vector read at an item, and in a count, sum or mean at each of its part's. */
export function readingsOf(typed: TypedExpression, item: string | undefined): readonly AskedFor[] {
  const found = new Map<string, AskedFor>();
  const visit = (node: TypedExpression, current: string | undefined): void => {
    if (node.kind === 'reading') {
      const at = node.type.kind === 'vector' ? current : node.item;
      found.set(`${node.variable} ${at ?? ''}`, { variable: node.variable, item: at });
    } else if (node.kind === 'aggregate') {
      for (const part of node.parts) for (const each of itemsOf(part)) visit(part, each);
    } else {
      for (const part of partsOf(node)) visit(part, current);
    }
  };
  visit(typed, item);
  return [...found.values()];
}

/** The items that a part of a count is taken at; one without items is taken once. */
export function itemsOf(part: TypedExpression): readonly (string | undefined)[] {
  return part.type.kind === 'vector' ? part.type.items : [undefined];
}

/** A reading in the place of an expression of the same type. */
export function readingOf(part: TypedExpression, variable: string): Reading {
  const type = part.type.kind === 'vector' ? part.type.of : part.type;
  return { kind: 'reading', span: part.span, type, variable };
}

/**
 * An expression with operands put aside: `aside` is shown each operand that is more than a name and holds no count, and gives
 * the name of what stands in its place, which no variable can have.
 */
export function withParts(
  typed: TypedExpression,
  aside: (part: TypedExpression, name: string) => string | undefined,
): TypedExpression {
  const put = (part: TypedExpression, at: number): TypedExpression => {
    if (part.kind === 'reading' || part.kind === 'constant' || aggregateOf(part) !== undefined) return part;
    const name = aside(part, ` operand ${at}`);
    return name === undefined ? part : readingOf(part, name);
  };
  switch (typed.kind) {
    case 'logic':
    case 'comparison':
    case 'arithmetic':
      return { ...typed, left: put(typed.left, 0), right: put(typed.right, 1) };
    case 'not':
    case 'minus':
    case 'one_of':
    case 'level':
    case 'kind':
      return { ...typed, operand: put(typed.operand, 0) };
    default:
      return typed;
  }
}
