import type { MissingKind } from '../../expression/value';
import type { Codebook } from '../../model/codebook';
import type { CategoryDeclaration, MissingDeclaration } from '../../model/declarations';
import { usesNamed } from '../../model/use-index';
import { usesIn } from '../../model/uses';
import type { Fix } from '../../problem';
import { insertPair, mapPair, removePair, walk } from '../../syntax';
import type { MapNode } from '../../syntax/tree';
import { columnAt, lineEndAfter } from '../../text/lines';
import type { TextEdit } from '../../text/span';
import { inEntry, offered, pairAt } from '../fixes/edits';

/**
 * A category as a missing answer of its scale. None where something names it as an answer, as the names would then be wrong, and
 * none where its scale would be left without categories.
 */
export function movedToMissing(
  codebook: Codebook,
  { id }: CategoryDeclaration,
  categories: number,
  missing: readonly MissingDeclaration[],
  kind: MissingKind,
): readonly Fix[] {
  const { entry } = id.place;
  const found = pairAt(id.place);
  const scale = found === undefined ? undefined : scaleAround(entry.root, found.map);
  if (found === undefined || scale === undefined || categories < 2 || isUsed(codebook, id)) return [];
  const { pair, map } = found;
  if (pair.value.kind !== 'map' || !pair.value.flow) return [];
  const body = entry.text.slice(pair.value.span.start, pair.value.span.end);
  const written = entry.text.slice(pair.key.span.start, pair.key.span.end);
  const source = `${body.replace(/\s*\}$/, '')}, kind: ${kind}}`;
  const comment = map.flow ? '' : entry.text.slice(pair.span.end, lineEndAfter(entry.text, pair.span.end));
  const target = mapPair(scale, 'missing')?.value;
  const added =
    target?.kind === 'map' && missing.length > 0
      ? insertPair(entry.text, target, id.text, source + (target.flow ? '' : comment))
      : insertPair(entry.text, scale, 'missing', ownMap(entry.text, scale, map, `${written}: ${source}`, comment));
  const edits = apart(removePair(entry.text, map, pair), { ...added, newText: added.newText.replace(/: ([\r\n])/, ':$1') });
  return offered(
    `Move it to \`missing\` as \`${kind}\``,
    edits.map((edit) => inEntry(entry, edit)),
  );
}

/** What is put in where something goes takes its place. */
function apart(removal: TextEdit, added: TextEdit): readonly TextEdit[] {
  const isInside = removal.span.start < added.span.start && added.span.start < removal.span.end;
  if (!isInside) return [removal, added];
  const end = /^(?:\r\n|\r|\n)/.exec(added.newText)?.[0] ?? '';
  return [{ span: removal.span, newText: added.newText.slice(end.length) + end }];
}

/** In lines where the categories stand in lines. */
function ownMap(text: string, scale: MapNode, categories: MapNode, pair: string, comment: string): string {
  if (categories.flow) return `{${pair}}`;
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const first = categories.pairs[0]?.span.start ?? scale.span.start;
  return `${end}${' '.repeat(columnAt(text, first))}${pair}${comment}`;
}

/** The map that has these categories. */
function scaleAround(root: MapNode, categories: MapNode): MapNode | undefined {
  for (const { node } of walk(root)) {
    if (node.kind === 'map' && mapPair(node, 'categories')?.value === categories) return node;
  }
  return undefined;
}

function isUsed(codebook: Codebook, id: CategoryDeclaration['id']): boolean {
  const declared = usesIn(codebook, id.place.entry).find((use) => use.declares && use.place.span === id.place.span);
  return declared === undefined || usesNamed(codebook, declared).some((use) => !use.declares);
}
