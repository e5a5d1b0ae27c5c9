import { formatExpression } from '../../expression';
import type { Codebook } from '../../model/codebook';
import type { ExpressionText } from '../../model/declarations';
import type { Facet } from './facet';

/** What an indicator says it computes; its measure, base and weight are told by its table. */
export function facetsOfIndicator({ indicators }: Codebook, id: string): readonly Facet[] {
  const declaration = indicators.get(id);
  if (declaration === undefined) return [];
  const { of, per, among, at } = declaration;
  const definition = [
    ...writtenIn('of', of),
    ...writtenIn('per', per),
    ...(at.length === 0 ? [] : [`at ${at.map(({ value }) => value).join(', ')}`]),
  ];
  return [
    { aspect: 'definition', said: definition.join('; ') },
    ...(among === undefined ? [] : [{ aspect: 'among', said: written(among) } as const]),
  ];
}

function writtenIn(key: string, text: ExpressionText | undefined): readonly string[] {
  return text === undefined ? [] : [`${key} ${written(text)}`];
}

/** An expression in its one spelling. */
export function written({ parsed }: ExpressionText): string {
  return formatExpression(parsed.tree);
}
