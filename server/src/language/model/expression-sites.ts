import type { Expected } from '../expression';
import type { AnyDeclaration, ExpressionText } from './declarations';
import type { ExpressionPlace } from './scope';

/** An expression in a declaration: under which key, what it may use there, and what it must come to. */
export interface ExpressionSite {
  readonly key: 'ask_if' | 'value' | 'when' | 'of' | 'per' | 'among';
  readonly text: ExpressionText;
  readonly where: ExpressionPlace;
  readonly expected: Expected;
  /** The item or category it belongs to. */
  readonly part?: string;
}

/** Every expression of a declaration, in the order of its keys in the language. */
export function expressionsIn(declaration: AnyDeclaration): readonly ExpressionSite[] {
  switch (declaration.kind) {
    case 'question':
      return [
        ...site('ask_if', declaration.askIf, 'ask_if', 'condition'),
        ...declaration.items.flatMap((item) => site('ask_if', item.askIf, 'ask_if', 'condition', item.id.text)),
      ];
    case 'derived':
      return [
        ...site('value', declaration.value, 'derived', 'value'),
        ...declaration.categories.flatMap(({ id, when }) => site('when', when, 'derived', 'condition', id.text)),
      ];
    case 'indicator':
      return [
        ...site('of', declaration.of, 'indicator_of', 'any'),
        ...site('per', declaration.per, 'among', 'any'),
        ...site('among', declaration.among, 'among', 'condition'),
      ];
    case 'figure':
      return site('of', declaration.of, 'indicator_of', 'any');
    case 'stage':
    case 'frame':
    case 'scale':
    case 'test':
      return [];
  }
}

function site(
  key: ExpressionSite['key'],
  text: ExpressionText | undefined,
  where: ExpressionPlace,
  expected: Expected,
  part?: string,
): readonly ExpressionSite[] {
  return text === undefined ? [] : [{ key, text, where, expected, ...(part === undefined ? {} : { part }) }];
}
