import { type SchemaPlace, schemaAt, schemaIn } from '../../schema';
import type { Entry } from '../../syntax/entry';
import type { MapNode, Pair, SyntaxNode } from '../../syntax/tree';

/** A map of an entry with what the schema says of its place. */
export interface PlacedMap {
  readonly map: MapNode;
  /** The pair whose value it is; absent at the top of an entry and in lists. */
  readonly owner: Pair | undefined;
  readonly place: SchemaPlace | undefined;
  /** Whether it is a text by language: `{sv: Ja, en: "Yes"}`, not `{label: …, code: 1}`. */
  readonly isText: boolean;
}

/**
 * Every map of an entry, outer ones first. Listed anew each time, as it is needed where something is wrong: that nothing is,
 * `textOutline` tells.
 */
export function mapsIn(entry: Entry): readonly PlacedMap[] {
  const maps: PlacedMap[] = [];
  visitMaps(entry, (map, place, owner) => maps.push({ map, owner, place, isText: isTextMap(map, place) }));
  return maps;
}

type Visit = (map: MapNode, place: SchemaPlace | undefined, owner: Pair | undefined) => void;

/** Calls for every map of an entry, outer ones first. */
export function visitMaps({ root, role, section }: Entry, visit: Visit): void {
  visitBelow(root, schemaAt(role === 'member' ? [section] : []), undefined, visit);
}

function visitBelow(node: SyntaxNode, place: SchemaPlace | undefined, owner: Pair | undefined, visit: Visit): void {
  if (node.kind === 'list') for (const item of node.items) visitBelow(item, schemaIn(place, 0), undefined, visit);
  if (node.kind !== 'map') return;
  visit(node, place, owner);
  for (const pair of node.pairs) if (hasParts(pair.value)) visitBelow(pair.value, schemaIn(place, pair.key.text), pair, visit);
}

function hasParts({ kind }: SyntaxNode): boolean {
  return kind === 'map' || kind === 'list';
}

/** Where an entry may be given by its text alone, one of its own keys makes it the long form. */
export function isTextMap({ pairs }: MapNode, place: SchemaPlace | undefined): boolean {
  if (place?.membersReferTo !== 'language') return false;
  if (place.keys.length === 0) return true;
  const isOwn = ({ key }: Pair) => place.keys.some((one) => one.key === key.text);
  return pairs.some(({ key }) => isLanguageTag(key.text)) && !pairs.some(isOwn);
}

/** A key such as `de` may be a language that is not declared; `Nej` and `3` are no languages. */
export function isLanguageTag(key: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(key);
}

/** Whether there is no text behind a key. */
export function isWithoutText({ value }: Pair): boolean {
  return value.kind === 'empty' || (value.kind === 'scalar' && value.text === '');
}
