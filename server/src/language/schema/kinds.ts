import { mapPair, scalarText } from '../syntax';
import type { MapNode } from '../syntax/tree';
import type { JsonSchema, SchemaObject } from './json-schema';
import type { SchemaKey, SchemaKind, SchemaPlace } from './place';

/** Which of a place's kinds an entry is, told by its keys: a battery has `items`. `undefined` where they do not tell. */
export function kindOf(place: SchemaPlace, map: MapNode): SchemaKind | undefined {
  return place.kinds.find((kind) => holds(kind.condition, map));
}

/** The keys that may stand in an entry of this kind; all keys where the kind is not known. */
export function keysOf(place: SchemaPlace, kind: SchemaKind | undefined): readonly SchemaKey[] {
  return place.keys.filter((key) => kind === undefined || allows(key, kind));
}

export function isRequired(key: SchemaKey, kind: SchemaKind | undefined): boolean {
  return key.required || (kind?.names.some((name) => key.requiredIn.includes(name)) ?? false);
}

function allows(key: SchemaKey, kind: SchemaKind): boolean {
  return key.onlyIn === undefined || kind.names.some((name) => key.onlyIn?.includes(name) === true);
}

/** The few words that the schema's conditions use: `required`, `not`, `anyOf`, and values of keys. */
function holds(condition: SchemaObject, map: MapNode): boolean {
  const { required = [], properties = {}, anyOf, not } = condition;
  return (
    required.every((key) => textAt(map, key) !== undefined) &&
    Object.entries(properties).every(([key, value]) => allowsText(value, textAt(map, key))) &&
    (anyOf === undefined || anyOf.some((one) => holds(one, map))) &&
    (not === undefined || !holds(not, map))
  );
}

function allowsText(schema: JsonSchema, text: string | undefined): boolean {
  if (typeof schema === 'boolean' || text === undefined) return true;
  if (schema.const !== undefined) return schema.const === text;
  return schema.enum === undefined || schema.enum.includes(text);
}

/** The scalar under a key, `''` where something else or nothing stands there, `undefined` where there is no such key. */
function textAt(map: MapNode, key: string): string | undefined {
  const value = mapPair(map, key)?.value;
  return value === undefined ? undefined : (scalarText(value) ?? '');
}
