/** The part of JSON Schema draft-07 that `schemas/codebook.schema.json` keeps to, with our annotations. */
export type JsonSchema = boolean | SchemaObject;

export interface SchemaObject {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: TypeName | readonly TypeName[];
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: SchemaObject;
  readonly additionalProperties?: JsonSchema;
  readonly minProperties?: number;
  readonly items?: SchemaObject;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly SchemaObject[];
  readonly allOf?: readonly Conditional[];
  readonly not?: SchemaObject;
  readonly if?: SchemaObject;
  readonly then?: SchemaObject;
  readonly else?: SchemaObject;
  readonly definitions?: Readonly<Record<string, SchemaObject>>;
  readonly 'x-description-sv'?: string;
  readonly 'x-enum-descriptions-sv'?: readonly string[];
  readonly 'x-term'?: string;
  readonly 'x-term-sv'?: string;
  readonly 'x-role'?: 'declares' | 'refersTo' | 'expression';
  readonly 'x-kind'?: string;
  readonly 'x-expects'?: 'condition' | 'number' | 'any';
  readonly 'x-aggregates'?: boolean;
  readonly 'x-scalar'?: string;
  readonly 'x-section'?: boolean;
  readonly 'x-statistic'?: boolean;
  readonly 'x-text-map'?: boolean;
  readonly 'x-members-declare'?: string;
  readonly 'x-members-refer-to'?: string;
  /** Keys that a check of its own asks for, with better words than "must have". */
  readonly 'x-checked-elsewhere'?: readonly string[];
}

type TypeName = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/** What holds for some kinds of an entry only: a multiple response question, a quantile. Its title names them in a sentence. */
export interface Conditional {
  readonly title: string;
  readonly 'x-kinds': readonly string[];
  readonly if: SchemaObject;
  readonly then: SchemaObject;
}

type NodeKind = 'map' | 'list' | 'scalar';

export function typesOf(schema: SchemaObject): readonly TypeName[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === 'string' ? [schema.type] : schema.type;
}

/** What kind of YAML node a schema without `anyOf` describes. */
export function nodeKindOf(schema: SchemaObject): NodeKind {
  const types = typesOf(schema);
  if (types.includes('object')) return 'map';
  return types.includes('array') ? 'list' : 'scalar';
}

const definitionPrefix = '#/definitions/';

/** The definition a `$ref` leads to. Throws where there is none: that is a fault of the schema, seen when it is compiled. */
function definitionOf(root: SchemaObject, ref: string): SchemaObject {
  const found = ref.startsWith(definitionPrefix) ? root.definitions?.[ref.slice(definitionPrefix.length)] : undefined;
  if (found === undefined) throw new Error(`The schema has no definition ${ref}.`);
  return found;
}

/** The definition with what stands beside its `$ref` laid over it. */
export function resolve(root: SchemaObject, schema: SchemaObject): SchemaObject {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...beside } = schema;
  return { ...resolve(root, definitionOf(root, $ref)), ...beside };
}

/** One way a value may be written: the schema as it stands (perhaps a `$ref`) and what it means. */
export interface Branch {
  readonly schema: SchemaObject;
  readonly resolved: SchemaObject;
}

/** Every form a value may take: unions within unions laid flat. `anyOf` over `required` in a map is no union of forms. */
export function branchesOf(root: SchemaObject, schema: SchemaObject): readonly Branch[] {
  const resolved = resolve(root, schema);
  if (resolved.anyOf === undefined || resolved.type !== undefined) return [{ schema, resolved }];
  return resolved.anyOf.flatMap((branch) => branchesOf(root, branch));
}
