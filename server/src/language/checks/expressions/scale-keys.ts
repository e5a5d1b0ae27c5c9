import { wholeNumber } from '../../expression/codes';
import type { Codebook } from '../../model/codebook';
import type { CategoryDeclaration, ScaleDeclaration } from '../../model/declarations';
import type { Fix, PlacedEdit } from '../../problem';
import { insertPair, mapPair, walk } from '../../syntax';
import type { MapNode } from '../../syntax/tree';
import type { CheckSubject } from '../check';
import { addBelow, inEntry, offered } from '../fixes/edits';
import type { ExpressionFinding } from './expression-findings';

/** Which way a scale runs, where an expression asks for its order. */
export function orders({ codebook }: CheckSubject, { variables }: ExpressionFinding): readonly Fix[] {
  const lacking = scalesOf(codebook, variables).filter(({ order }) => order === undefined);
  const [scale] = lacking;
  if (scale === undefined || lacking.length > 1) return [];
  return (['ascending', 'descending'] as const).flatMap((order) =>
    offered(
      `Add \`order: ${order}\`, from ${order === 'ascending' ? 'least to most' : 'most to least'}`,
      addTo(scale, 'order', order),
    ),
  );
}

/** Numbers for the categories of a scale: their rank where it has an order, and their codes where those are numbers. */
export function scores({ codebook }: CheckSubject, { variables }: ExpressionFinding): readonly Fix[] {
  const lacking = scalesOf(codebook, variables).filter(({ categories }) =>
    categories.every(({ score }) => score === undefined),
  );
  const [scale] = lacking;
  if (scale === undefined || lacking.length > 1) return [];
  const ranks = scale.order === undefined ? [] : ranked(scale.categories, scale.order);
  const words = ranks.map(({ score }) => score).join(', ');
  const isNumbered = scale.categories.every(({ code }) => wholeNumber(code?.text ?? '') !== undefined);
  return [
    ...offered(
      `Give the categories the scores ${words}`,
      ranks.flatMap(({ edits }) => edits),
    ),
    ...(isNumbered ? offered('Take the codes as scores', addTo(scale, 'scores', 'codes')) : []),
  ];
}

function ranked(categories: readonly CategoryDeclaration[], order: 'ascending' | 'descending') {
  const ranks = categories.map(({ id }, at) => {
    const score = order === 'ascending' ? at : categories.length - 1 - at;
    return { score, edits: addBelow(id.place, 'score', `${score}`) };
  });
  return ranks.every(({ edits }) => edits.length > 0) ? ranks : [];
}

/** The scales with categories that variables answer on, each once. */
function scalesOf(codebook: Codebook, variables: readonly string[]): readonly ScaleDeclaration[] {
  const scales = variables.flatMap((name) => {
    const declaration = codebook.variables.get(name)?.declaration;
    const scale = declaration?.kind === 'question' ? declaration.scale : undefined;
    return scale === undefined || 'kind' in scale ? (scale ?? []) : (codebook.scales.get(scale.text) ?? []);
  });
  return [...new Set(scales)].filter(({ categories }) => categories.length > 0);
}

/** Beside the categories of a scale. */
function addTo({ entry, categories }: ScaleDeclaration, key: string, source: string): readonly PlacedEdit[] {
  const first = categories[0]?.id.place.span.start ?? 0;
  const body = mapWith(entry.root, first);
  return body === undefined ? [] : [inEntry(entry, insertPair(entry.text, body, key, source))];
}

function mapWith(root: MapNode, category: number): MapNode | undefined {
  for (const { node } of walk(root)) {
    const categories = mapPair(node, 'categories')?.value.span;
    if (node.kind === 'map' && categories !== undefined && categories.start <= category && category < categories.end)
      return node;
  }
  return undefined;
}
