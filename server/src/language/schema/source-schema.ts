import { type Branch, branchesOf, type JsonSchema, nodeKindOf, type SchemaObject, typesOf } from './json-schema';

/**
 * The published schema turned to what the validator sees: values as they stand in the source, where every scalar is a text.
 * So `01` stays apart from `1`, and `yes` is never a boolean. Unions become a choice by the node's kind, so that an error tells of
 * the form that was written and not of all that could have been.
 */
export function sourceSchema(root: SchemaObject): SchemaObject {
  const definitions = Object.entries(root.definitions ?? {}).map(([name, schema]) => [name, convert(root, schema)] as const);
  return { ...convertMap(root, root), definitions: Object.fromEntries(definitions) };
}

function convert(root: SchemaObject, schema: SchemaObject): SchemaObject {
  if (schema.$ref !== undefined) return { $ref: schema.$ref };
  if (schema.anyOf !== undefined && schema.type === undefined) return choice(root, branchesOf(root, schema));
  switch (nodeKindOf(schema)) {
    case 'map':
      return schema['x-text-map'] === true ? textMap : convertMap(root, schema);
    case 'list':
      return keep({
        type: 'array',
        items: convertOptional(root, schema.items),
        minItems: schema.minItems,
        maxItems: schema.maxItems,
      });
    case 'scalar':
      return convertScalar(schema);
  }
}

/**
 * Texts by language. Which languages there are the file says, not the schema, and a key without value is a text cut by a
 * comma: other checks tell of both.
 */
const textMap: SchemaObject = { type: 'object', additionalProperties: { type: ['string', 'null'] } };

function convertMap(root: SchemaObject, schema: SchemaObject): SchemaObject {
  const properties = Object.entries(schema.properties ?? {}).map(([key, value]) => [key, convertValue(root, value)] as const);
  const required = schema.required?.filter((key) => schema['x-checked-elsewhere']?.includes(key) !== true);
  return keep({
    type: schema.type,
    properties: schema.properties === undefined ? undefined : Object.fromEntries(properties),
    required,
    propertyNames: convertOptional(root, schema.propertyNames),
    additionalProperties:
      schema.additionalProperties === undefined ? undefined : convertValue(root, schema.additionalProperties),
    minProperties: schema.minProperties,
    anyOf: schema.anyOf,
    allOf: schema.allOf,
  });
}

function convertValue(root: SchemaObject, value: JsonSchema): JsonSchema {
  return typeof value === 'boolean' ? value : convert(root, value);
}

function convertOptional(root: SchemaObject, schema: SchemaObject | undefined): SchemaObject | undefined {
  return schema === undefined ? undefined : convert(root, schema);
}

function convertScalar(schema: SchemaObject): SchemaObject {
  const types = typesOf(schema);
  if (types.includes('string')) return keep({ type: 'string', enum: schema.enum, pattern: schema.pattern, not: schema.not });
  if (types.includes('boolean')) return { type: 'string', enum: ['true', 'false'] };
  return { type: 'string', pattern: numberPattern(schema) };
}

/** Bounds become part of the pattern. There are few; a new one must be given its pattern here. */
function numberPattern(schema: SchemaObject): string {
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (type === 'number' && exclusiveMinimum === 0 && exclusiveMaximum === 1) return '^0*\\.\\d*[1-9]\\d*$';
  if (type === 'number' && exclusiveMinimum === 0) return '^\\+?(?=[^eE]*[1-9])(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?$';
  if (type === 'integer' && minimum === 0) return '^\\d+$';
  if (type === 'integer' && minimum === 1) return '^\\d*[1-9]\\d*$';
  if (type === 'number' && minimum === 0 && maximum === 100) return '^(0*100(\\.0*)?|0*\\d{1,2}(\\.\\d*)?|\\.\\d+)$';
  if (type === 'number' && minimum === 0 && maximum === undefined) return '^(\\d+(\\.\\d*)?|\\.\\d+)$';
  if (type === 'number' && minimum === undefined) return '^[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?$';
  throw new Error(`No pattern for a number like ${JSON.stringify(schema)}.`);
}

function choice(root: SchemaObject, branches: readonly Branch[]): SchemaObject {
  const ofKind = (kind: string) => branches.filter((branch) => nodeKindOf(branch.resolved) === kind);
  const list = only(ofKind('list'));
  const scalar = only(ofKind('scalar'));
  const maps = ofKind('map');
  if (scalar === undefined) throw new Error('A union must have a form that is a scalar.');
  const withLists =
    list === undefined ? convert(root, scalar.schema) : when('array', convert(root, list.schema), convert(root, scalar.schema));
  return maps.length === 0 ? withLists : when('object', mapChoice(root, maps), withLists);
}

function when(type: 'array' | 'object', form: SchemaObject, otherwise: SchemaObject): SchemaObject {
  return either({ type }, form, otherwise);
}

/** JSON Schema's `if`, `then`, `else`; built of entries, since an object with a `then` looks like a promise. */
function either(condition: SchemaObject, form: SchemaObject, otherwise: SchemaObject): SchemaObject {
  return Object.fromEntries([
    ['if', condition],
    ['then', form],
    ['else', otherwise],
  ]);
}

function only(branches: readonly Branch[]): Branch | undefined {
  if (branches.length > 1) throw new Error('A union must not have two lists or two scalars.');
  return branches[0];
}

/**
 * A text by language or the long form: the long form where one of its keys stands there, or where no key could be a language
 * (so that a slip in the only key is told as an unknown key).
 */
function mapChoice(root: SchemaObject, maps: readonly Branch[]): SchemaObject {
  const long = maps.filter((map) => map.resolved['x-text-map'] !== true);
  const [first] = long;
  if (first === undefined) return textMap;
  if (long.length > 1) throw new Error('A union must not have two maps beside a text.');
  if (long.length === maps.length) return convert(root, first.schema);
  const hasItsKey = Object.keys(first.resolved.properties ?? {}).map((key) => ({ required: [key] }));
  const noLanguage = { propertyNames: { not: { pattern: '^[A-Za-z]{2,3}(-|$)' } } };
  return either({ anyOf: [...hasItsKey, noLanguage] }, convert(root, first.schema), textMap);
}

/** The schema without what is not stated. */
function keep(schema: { readonly [Key in keyof SchemaObject]?: SchemaObject[Key] | undefined }): SchemaObject {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
