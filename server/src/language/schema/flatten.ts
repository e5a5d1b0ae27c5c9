import {
  type Branch,
  branchesOf,
  type Conditional,
  type JsonSchema,
  nodeKindOf,
  resolve,
  type SchemaObject,
  typesOf,
} from './json-schema';
import type { Described, IndexedKey, IndexedPlace, SchemaKind, SchemaValue } from './place';

/** The schema as a list of places that refer to each other by number, so that nothing parses the schema at run time. */
export function flatten(root: SchemaObject): readonly IndexedPlace[] {
  const places: IndexedPlace[] = [];
  const known = new Map<string, number>();
  const add = (schema: SchemaObject): number => {
    const text = JSON.stringify(schema);
    const found = known.get(text);
    if (found !== undefined) return found;
    const at = places.length;
    known.set(text, at);
    places.push(nowhere);
    places[at] = placeOf(root, schema, add);
    return at;
  };
  add(root);
  return places;
}

const nowhere: IndexedPlace = { forms: [], keys: [], kinds: [], oneOf: [] };

type Add = (schema: SchemaObject) => number;

function placeOf(root: SchemaObject, schema: SchemaObject, add: Add): IndexedPlace {
  const own = resolve(root, schema);
  const branches = branchesOf(root, schema);
  const long = branches.find(({ resolved }) => nodeKindOf(resolved) === 'map' && resolved['x-text-map'] !== true)?.resolved;
  const scalar = branches.find(({ resolved }) => nodeKindOf(resolved) === 'scalar')?.resolved;
  const members = membersOf(branches);
  const items = branches.find(({ resolved }) => resolved.items !== undefined)?.resolved.items;
  return present({
    description: describedBy(own),
    term: own['x-term'],
    termSv: own['x-term-sv'],
    title: long?.title ?? own.title,
    forms: [...new Set(branches.map(({ resolved }) => nodeKindOf(resolved)))],
    scalar: scalar === undefined ? undefined : wordsFor(scalar),
    values: scalar === undefined ? undefined : valuesOf(scalar),
    keys: long === undefined ? [] : keysOf(long, add),
    kinds: (long?.allOf ?? []).map(kindOf),
    oneOf: (long?.anyOf ?? []).flatMap((one) => one.required ?? []),
    members: members === undefined ? undefined : add(members),
    items: items === undefined ? undefined : add(items),
    ...namesOf(own, branches),
    section: own['x-section'],
    statistic: own['x-statistic'],
  });
}

/** What is named here: said of the key itself, or of one of the forms its value takes. */
function namesOf(own: SchemaObject, branches: readonly Branch[]): Partial<Loose<Omit<IndexedPlace, keyof Always>>> {
  const said = [own, ...branches.map(({ resolved }) => resolved)];
  const first = <Key extends keyof SchemaObject>(key: Key) => said.find((one) => one[key] !== undefined)?.[key];
  return {
    membersDeclare: first('x-members-declare'),
    membersReferTo: first('x-members-refer-to'),
    role: first('x-role'),
    kind: first('x-kind'),
    expects: first('x-expects'),
    aggregates: first('x-aggregates'),
  };
}

function membersOf(branches: readonly Branch[]): SchemaObject | undefined {
  const open = branches.map(({ resolved }) => resolved.additionalProperties).filter((one) => typeof one === 'object');
  return open.at(-1);
}

function keysOf(map: SchemaObject, add: Add): readonly IndexedKey[] {
  return Object.entries(map.properties ?? {}).flatMap(([key, value]) =>
    typeof value === 'boolean' ? [] : [keyOf(map, key, add(value))],
  );
}

function keyOf(map: SchemaObject, key: string, place: number): IndexedKey {
  const conditionals = map.allOf ?? [];
  const kinds = (some: readonly Conditional[]) => some.flatMap((one) => one['x-kinds']);
  const allowing = conditionals.filter((one) => !forbids(one.then.properties?.[key]));
  const requiredIn = kinds(conditionals.filter((one) => one.then.required?.includes(key) === true));
  const onlyIn = allowing.length === conditionals.length ? {} : { onlyIn: kinds(allowing) };
  return { key, required: map.required?.includes(key) === true, requiredIn, ...onlyIn, place };
}

function forbids(schema: JsonSchema | undefined): boolean {
  return schema === false;
}

function kindOf(conditional: Conditional): SchemaKind {
  return { names: conditional['x-kinds'], title: conditional.title, condition: conditional.if };
}

function describedBy(schema: SchemaObject): Described | undefined {
  const { description: en, 'x-description-sv': sv } = schema;
  return en === undefined || sv === undefined ? undefined : { en, sv };
}

function valuesOf(scalar: SchemaObject): readonly SchemaValue[] | undefined {
  if (typesOf(scalar).includes('boolean') && scalar['x-scalar'] === undefined) return [{ value: 'true' }, { value: 'false' }];
  return scalar.enum?.map((value, index) => {
    const en = scalar.enumDescriptions?.[index];
    const sv = scalar['x-enum-descriptions-sv']?.[index];
    return en === undefined || sv === undefined ? { value } : { value, description: { en, sv } };
  });
}

/** What a scalar is, in a sentence that begins "must be". */
function wordsFor(scalar: SchemaObject): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, type } = scalar;
  if (scalar['x-scalar'] !== undefined) return scalar['x-scalar'];
  if (type === 'integer') return minimum === undefined ? 'a whole number' : `a whole number, ${minimum} or more`;
  if (type === 'number') {
    if (exclusiveMaximum !== undefined) return `a number between 0 and ${exclusiveMaximum}`;
    if (exclusiveMinimum !== undefined) return `a number above ${exclusiveMinimum}`;
    if (minimum === undefined) return 'a number';
    return maximum === undefined ? `a number, ${minimum} or more` : `a number from ${minimum} to ${maximum}`;
  }
  return type === 'boolean' ? '`true` or `false`' : 'a text';
}

type Always = Pick<IndexedPlace, 'forms' | 'keys' | 'kinds' | 'oneOf'>;

type Loose<T> = { readonly [Key in keyof T]: T[Key] | undefined };

/** Only what is stated: absent and `undefined` are different things to the readers of a place. */
function present(place: Always & Partial<Loose<Omit<IndexedPlace, keyof Always>>>): IndexedPlace {
  const { forms, keys, kinds, oneOf, ...stated } = place;
  return {
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
    forms,
    keys,
    kinds,
    oneOf,
  };
}
