import { mapPair } from '../syntax';
import type { Entry } from '../syntax/entry';
import type { MapNode } from '../syntax/tree';
import { code } from '../text/code';
import { nearest } from '../text/nearest';
import { isRequired, keysOf, kindOf } from './kinds';
import { schemaAt } from './lookup';
import { isCutText, targetAt } from './plain';
import type { StructureProblem } from './structure-problem';
import { alternatives, nameOf, type Subject, sentence } from './subject';

/** A key that the language does not have there. */
export function unknownKey({ target, place }: Subject, key: string): StructureProblem | undefined {
  const pair = mapPair(target.node, key);
  if (pair === undefined || target.node.kind !== 'map') return undefined;
  const owner = place.title ?? 'this place';
  return {
    code: 'unknown-key',
    span: pair.key.span,
    expected: `Each key of ${owner} must be one that the language has there.`,
    found: `${code(key)} is no key of ${owner}`,
    similar: nearest(key, freeKeys(target.node, { place })),
  };
}

/** Keys of this kind of entry that are not yet there. */
function freeKeys(map: MapNode, { place }: Pick<Subject, 'place'>): readonly string[] {
  const present = new Set(map.pairs.map((pair) => pair.key.text));
  return keysOf(place, kindOf(place, map)).flatMap(({ key }) => (present.has(key) ? [] : [key]));
}

/** A key that the language has, but not in this kind of entry. */
export function misplacedKey(entry: Entry, { path, target }: Subject): StructureProblem | undefined {
  const above = path.slice(0, -1);
  const map = targetAt(entry, above)?.node;
  const place = schemaAt(above);
  if (target.pair === undefined || map?.kind !== 'map' || place === undefined) return undefined;
  const owner = kindOf(place, map)?.title ?? place.title ?? 'this place';
  const key = code(target.pair.key.text);
  return {
    code: 'unknown-key',
    span: target.pair.key.span,
    expected: `${sentence(owner)} must not have ${key}.`,
    found: `${key} stands in ${owner}`,
    similar: [],
  };
}

/** A key that must be there and is not. The place is the key of what lacks it. */
export function missingKey(subject: Subject, key: string): StructureProblem | undefined {
  const { place, target } = subject;
  if (target.node.kind !== 'map' || isCutAway(target.node, [key])) return undefined;
  const kind = kindOf(place, target.node);
  const schemaKey = place.keys.find((one) => one.key === key);
  const isOfEveryKind = schemaKey !== undefined && isRequired(schemaKey, undefined);
  return missing(subject, isOfEveryKind ? place.title : (kind?.title ?? place.title), [key]);
}

/** None of several keys is there, and one must be. */
export function missingOneOf(subject: Subject): StructureProblem | undefined {
  const { place, target } = subject;
  if (target.node.kind !== 'map' || isCutAway(target.node, place.oneOf)) return undefined;
  return missing(subject, place.title, place.oneOf);
}

function missing({ path, target, place }: Subject, owner: string | undefined, keys: readonly string[]): StructureProblem {
  const wanted = alternatives(keys.map(code));
  return {
    code: 'missing-key',
    span: target.pair?.key.span ?? { start: target.node.span.start, end: target.node.span.start },
    expected: `${sentence(owner ?? 'this place')} must have ${wanted}.`,
    found: `${nameOf({ path, target, place })} has no ${wanted}`,
    similar: [],
  };
}

/** Inside `{…}` the key may stand without a value, or its text be cut by a comma: told by a check of its own. */
function isCutAway(map: MapNode, keys: readonly string[]): boolean {
  return map.pairs.some((pair) => keys.includes(pair.key.text) && isCutText(map, pair));
}
