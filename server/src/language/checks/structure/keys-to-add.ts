import type { Fix } from '../../problem';
import { insertPair, mapPair, memberPairs } from '../../syntax';
import type { Place } from '../../syntax/entry';
import type { MapNode } from '../../syntax/tree';
import { inEntry, offered } from '../fixes/edits';
import { labelOf } from '../names/declarations-to-add';

/** Keys that an entry lacks, where there are few things they could say. */
export function keysToAdd({ entry, span }: Place): readonly Fix[] {
  const found = memberPairs(entry).find(({ pair }) => pair.key.span.start === span.start);
  const body = found?.pair.value;
  if (found === undefined || body?.kind !== 'map') return [];
  const add = (key: string, source: string): readonly Fix[] =>
    offered(`Add \`${key}: ${source}\``, [inEntry(entry, insertPair(entry.text, body, key, source))]);
  switch (found.section) {
    case 'questions':
      return [
        ...(hasAny(body, ['text', 'label']) ? [] : add('label', labelOf(found.pair.key.text))),
        // A question that says nothing of its answers is not always one with a scale.
        ...(isWithoutAnswers(body) ? ['number', 'text', 'date'].flatMap((type) => add('type', type)) : []),
      ];
    case 'indicators':
      return hasAny(body, ['measure']) ? [] : ['share', 'distribution', 'mean'].flatMap((measure) => add('measure', measure));
    default:
      return [];
  }
}

function isWithoutAnswers(body: MapNode): boolean {
  return hasAny(body, ['text', 'label']) && !hasAny(body, ['scale', 'type', 'items', 'options']);
}

function hasAny(body: MapNode, keys: readonly string[]): boolean {
  return keys.some((key) => mapPair(body, key) !== undefined);
}
