import type { NodePath } from '../syntax';
import type { IndexedKey, IndexedPlace, SchemaKey, SchemaPlace } from './place';
import { places } from './schema-index.generated';

/**
 * What may stand at a path from the top of a file: `['questions', 'actor', 'scale']`; numbers step into lists. `undefined`
 * where the schema knows no such place.
 */
export function schemaAt(path: NodePath): SchemaPlace | undefined {
  let at: SchemaPlace | undefined = linked[0];
  for (const step of path) at = schemaIn(at, step);
  return at;
}

/** One step from a place: what may stand under a key of its map, or in its list. */
export function schemaIn(place: SchemaPlace | undefined, step: string | number): SchemaPlace | undefined {
  const steps = place === undefined ? undefined : stepsFrom.get(place);
  if (steps === undefined) return undefined;
  return typeof step === 'number' ? steps.items : (steps.byKey.get(step) ?? steps.members);
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

/** Where the steps from a place lead. */
interface Steps {
  readonly byKey: ReadonlyMap<string, SchemaPlace>;
  readonly members: SchemaPlace | undefined;
  readonly items: SchemaPlace | undefined;
}

const stepsFrom: ReadonlyMap<SchemaPlace, Steps> = new Map(
  places.flatMap((indexed, at) => {
    const place = linked[at];
    return place === undefined ? [] : [[place, stepsOf(indexed, place)] as const];
  }),
);

function stepsOf({ members, items }: IndexedPlace, { keys }: SchemaPlace): Steps {
  return {
    byKey: new Map(keys.map(({ key, place }) => [key, place])),
    members: members === undefined ? undefined : linked[members],
    items: items === undefined ? undefined : linked[items],
  };
}
