import type { Codebook, Variable } from '../../model/codebook';
import type { QuestionDeclaration } from '../../model/declarations';
import type { Fix, PlacedEdit } from '../../problem';
import { legalId } from '../../schema';
import type { DataFinding } from '../../shares';
import { insertPair, mapPair, quoteText, walk } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import type { MapNode } from '../../syntax/tree';
import { inEntry, offered, pairAt } from '../fixes/edits';
import { together } from '../text/words';

/** More codes than these are hardly one cause. */
const most = 5;

/** The cells that were found, declared as missing answers of the two kinds they most often are. */
export function asMissing(codebook: Codebook, finding: DataFinding): readonly Fix[] {
  return (['item_nonresponse', 'dont_know'] as const).flatMap((kind) =>
    declaredUnder(codebook, finding, 'missing', `missing, of the kind \`${kind}\``, `, kind: ${kind}`),
  );
}

/** The codes that were found, declared as answers. */
export function asCategories(codebook: Codebook, finding: DataFinding): readonly Fix[] {
  const what = finding.examples.length === 1 ? 'a category' : 'categories';
  return declaredUnder(codebook, finding, 'categories', what, '');
}

function declaredUnder(
  codebook: Codebook,
  { variable: name = '', examples, count }: DataFinding,
  key: 'missing' | 'categories',
  what: string,
  rest: string,
): readonly Fix[] {
  const variable = codebook.variables.get(name);
  const body = variable === undefined ? undefined : bodyOf(codebook, variable);
  const isAll = examples.reduce((sum, one) => sum + one.count, 0) === count && examples.length <= most;
  if (variable === undefined || body === undefined || !isAll || examples.some(({ text }) => text.trim() === '')) return [];
  const codes = examples.map(({ text }) => text);
  const { scale } = variable;
  const taken = [...(scale?.categories ?? []), ...(scale?.missing ?? []), ...(scale?.groups ?? [])].map(({ id }) => id);
  const pairs = codes.map((code) => {
    const id = legalId(`code_${code}`, taken);
    taken.push(id);
    return { id, source: `{code: ${/^-?\d+$/.test(code) ? code : quoteText(code, { flow: true })}${rest}}` };
  });
  return offered(`Declare ${together(codes)} as ${what}`, edits(body, key, pairs));
}

interface Body {
  readonly entry: Entry;
  readonly map: MapNode;
}

/** What has the answers of a question: its scale, wherever that stands, or the question of a number or date itself. */
function bodyOf({ scales }: Codebook, { declaration }: Variable): Body | undefined {
  if (declaration.kind !== 'question') return undefined;
  const { scale } = declaration;
  if (scale === undefined) return ownBody(declaration);
  const declared = 'kind' in scale ? scale : scales.get(scale.text);
  const first = declared?.categories[0]?.id.place;
  if (declared === undefined || first === undefined) return undefined;
  for (const { node } of walk(first.entry.root)) {
    const categories = mapPair(node, 'categories')?.value.span;
    const isAround = categories !== undefined && categories.start <= first.span.start && first.span.end <= categories.end;
    if (node.kind === 'map' && isAround) return { entry: first.entry, map: node };
  }
  return undefined;
}

function ownBody({ id, type }: QuestionDeclaration): Body | undefined {
  const map = type === 'multiple' ? undefined : pairAt(id.place)?.pair.value;
  return map?.kind === 'map' ? { entry: id.place.entry, map } : undefined;
}

function edits(
  { entry, map }: Body,
  key: 'missing' | 'categories',
  pairs: readonly { readonly id: string; readonly source: string }[],
): readonly PlacedEdit[] {
  const target = mapPair(map, key)?.value;
  if (target?.kind !== 'map') {
    const source = `{${pairs.map((pair) => `${pair.id}: ${pair.source}`).join(', ')}}`;
    return target === undefined ? [inEntry(entry, insertPair(entry.text, map, key, source))] : [];
  }
  const inserted = pairs.map(({ id, source }) => insertPair(entry.text, target, id, source));
  return inserted
    .slice(0, 1)
    .map((first) => inEntry(entry, { ...first, newText: inserted.map((one) => one.newText).join('') }));
}
