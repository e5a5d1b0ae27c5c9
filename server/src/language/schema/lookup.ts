import type { NodePath } from '../syntax';
import type { IndexedKey, IndexedPlace, SchemaKey, SchemaPlace } from './place';
import { places } from './schema-index.generated';

/**
 * What may stand at a path from the top of a file: `['questions', 'actor', 'scale']`; numbers step into lists. `undefined`
 * where the schema knows no such place.
 */
export function schemaAt(path: NodePath): SchemaPlace | undefined {
  let at: number | undefined = 0;
  for (const step of path) {
    const place: IndexedPlace | undefined = at === undefined ? undefined : places[at];
    at = place === undefined ? undefined : stepInto(place, step);
  }
  return at === undefined ? undefined : linked[at];
}

function stepInto(place: IndexedPlace, step: string | number): number | undefined {
  if (typeof step === 'number') return place.items;
  return place.keys.find((one) => one.key === step)?.place ?? place.members;
}

/** Every place once. Those of its keys are looked up when they are asked for: the whole tree is never unfolded. */
const linked: readonly SchemaPlace[] = places.map(placeOf);

function placeOf(indexed: IndexedPlace): SchemaPlace {
  const { members, items, keys, ...place } = indexed;
  return { ...place, keys: keys.map(keyOf) };
}

function keyOf(indexed: IndexedKey): SchemaKey {
  const { place, ...key } = indexed;
  return {
    ...key,
    get place() {
      return linked[place] ?? nowhere;
    },
  };
}

const nowhere: SchemaPlace = { forms: [], keys: [], kinds: [], oneOf: [] };
