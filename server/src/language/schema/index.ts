export type { SchemaObject } from './json-schema';
export { isRequired, keysOf, kindOf } from './kinds';
export { isLegalId, legalId } from './legal-id';
export { schemaAt, schemaIn } from './lookup';
export type { Described, SchemaKey, SchemaKind, SchemaPlace, SchemaValue } from './place';
export { structureProblems } from './structure';
export type { StructureCode, StructureProblem } from './structure-problem';
