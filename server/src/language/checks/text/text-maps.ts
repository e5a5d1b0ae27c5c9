import { remembered } from '../../model/remember';
import { type SchemaPlace, schemaAt } from '../../schema';
import { walk } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import type { MapNode, Pair } from '../../syntax/tree';
import type { CheckSubject } from '../check';

/** A map of an entry with what the schema says of its place. */
export interface PlacedMap {
  readonly map: MapNode;
  /** The pair whose value it is; absent at the top of an entry and in lists. */
  readonly owner: Pair | undefined;
  readonly place: SchemaPlace | undefined;
  /** Whether it is a text by language: `{sv: Ja, en: "Yes"}`, not `{label: …, code: 1}`. */
  readonly isText: boolean;
}

/** Every map of an entry, outer ones first. */
export const mapsIn: (entry: Entry) => readonly PlacedMap[] = remembered((entry) => {
  const top = entry.role === 'member' ? [entry.section] : [];
  const maps: PlacedMap[] = [];
  for (const { node, path, pair } of walk(entry.root, top)) {
    if (node.kind !== 'map') continue;
    const place = schemaAt(path);
    maps.push({ map: node, owner: pair, place, isText: place !== undefined && isTextMap(node, place) });
  }
  return maps;
});

/** Where an entry may be given by its text alone, one of its own keys makes it the long form. */
function isTextMap({ pairs }: MapNode, place: SchemaPlace): boolean {
  if (place.membersReferTo !== 'language') return false;
  const keys = place.keys.map(({ key }) => key);
  return (
    keys.length === 0 || (pairs.some(({ key }) => isLanguageTag(key.text)) && !pairs.some(({ key }) => keys.includes(key.text)))
  );
}

/** A key such as `de` may be a language that is not declared; `Nej` and `3` are no languages. */
export function isLanguageTag(key: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(key);
}

/**
 * The languages a file's texts must be in: its codebook's, else those of the first codebook that imports it. None where one
 * of them is no language: it is being typed.
 */
export function languagesOf({ codebook, importers }: CheckSubject): readonly string[] {
  const stated = [codebook, ...importers].map(({ languages }) => languages).find((tags) => tags.length > 0) ?? [];
  return stated.every((tag) => isLanguageTag(tag.toLowerCase())) ? stated : [];
}
