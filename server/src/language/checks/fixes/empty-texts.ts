import { insertPair, mapPair } from '../../syntax';
import type { MapNode } from '../../syntax/tree';
import type { TextEdit } from '../../text/span';

/** The keys of languages that a text does not have yet, each with an empty text behind it, in one edit. */
export function emptyTexts(text: string, map: MapNode, languages: readonly string[]): readonly TextEdit[] {
  const [first, ...others] = languages
    .filter((tag) => mapPair(map, tag) === undefined)
    .map((tag) => insertPair(text, map, tag, '""'));
  if (first === undefined) return [];
  const isEmptyInBrackets = map.flow && map.pairs.length === 0;
  return [{ ...first, newText: [first, ...others].map(({ newText }) => newText).join(isEmptyInBrackets ? ', ' : '') }];
}
