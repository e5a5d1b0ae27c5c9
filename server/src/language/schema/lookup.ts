import type { NodePath } from '../syntax';
import type { IndexedKey, IndexedPlace, SchemaKey, SchemaPlace } from './place';
import { places } from './schema-index.generated';

/**
 * What may stand at a path from the top of a file: `['questions', 'actor', 'scale']`; numbers step into lists. `undefined`
 * where the schema knows no such place.
 */
export function schemaAt(path: NodePath): SchemaPlace | undefined {
  const found = indexedAt(path);
  return found === undefined ? undefined : placeOf(found);
}

function indexedAt(path: NodePath): IndexedPlace | undefined {
  let at: IndexedPlace | undefined = places[0];
  for (const step of path) {
    const next: number | undefined = at === undefined ? undefined : stepInto(at, step);
    at = next === undefined ? undefined : places[next];
  }
  return at;
}

function stepInto(place: IndexedPlace, step: string | number): number | undefined {
  if (typeof step === 'number') return place.items;
  return place.keys.find((one) => one.key === step)?.place ?? place.members;
}

/** Places of keys are looked up when they are asked for: the whole tree is never unfolded. */
function placeOf(indexed: IndexedPlace): SchemaPlace {
  const { members, items, keys, ...place } = indexed;
  return { ...place, keys: keys.map(keyOf) };
}

function keyOf(indexed: IndexedKey): SchemaKey {
  const { place, ...key } = indexed;
  return {
    ...key,
    get place() {
      const found = places[place];
      return found === undefined ? nowhere : placeOf(found);
    },
  };
}

const nowhere: SchemaPlace = { forms: [], keys: [], kinds: [], oneOf: [] };
