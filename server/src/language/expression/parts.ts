import type { TypedExpression } from './typed';

/** The nodes right below one, in the order of the text. */
export function partsOf(typed: TypedExpression): readonly TypedExpression[] {
  switch (typed.kind) {
    case 'constant':
    case 'reading':
    case 'unresolved':
      return [];
    case 'not':
    case 'minus':
    case 'one_of':
    case 'score':
    case 'level':
    case 'kind':
      return [typed.operand];
    case 'logic':
    case 'comparison':
    case 'arithmetic':
      return [typed.left, typed.right];
    case 'aggregate':
      return typed.parts;
  }
}
