import type { Entry } from '../syntax/entry';
import type { AnyDeclaration } from './declarations';
import { readDeclarations } from './read';

/** Names that must differ from each other: questions and derived variables share theirs. */
export type Namespace = 'stage' | 'frame' | 'scale' | 'variable' | 'indicator' | 'figure' | 'test';

export interface Declared {
  readonly declaration: AnyDeclaration;
  readonly file: string;
}

/** Every declaration of a codebook's files under its name without capitals, so that what differs in them alone is found. */
export interface NameTable {
  readonly byName: Map<string, readonly Declared[]>;
  /** The names that are declared more than once. */
  readonly doubled: Set<string>;
}

/** What changes to a table have touched. */
export interface TouchedNames {
  /** Keys of the table. */
  readonly keys: Set<string>;
  readonly kinds: Set<AnyDeclaration['kind']>;
  /** Ids that came (1) or went (-1), by kind and id: those that only changed their place or text add up to 0. */
  readonly balance: Map<string, number>;
  readonly moved: Set<AnyDeclaration['kind']>;
}

export function createNames(): NameTable {
  return { byName: new Map(), doubled: new Set() };
}

export function nothingTouched(): TouchedNames {
  return { keys: new Set(), kinds: new Set(), balance: new Map(), moved: new Set() };
}

export function namespaceOf(kind: AnyDeclaration['kind']): Namespace {
  return kind === 'question' || kind === 'derived' ? 'variable' : kind;
}

export function keyInTable(namespace: Namespace, id: string): string {
  return `${namespace} ${id.toLowerCase()}`;
}

export function addDeclared(table: NameTable, file: string, entry: Entry, touched: TouchedNames): void {
  for (const declaration of readDeclarations(entry).declarations) {
    const id = declaration.id?.text;
    if (id === undefined) continue;
    const key = keyInTable(namespaceOf(declaration.kind), id);
    put(table, key, [...(table.byName.get(key) ?? []), { declaration, file }]);
    note(touched, key, declaration.kind, id, 1);
  }
}

export function removeDeclared(table: NameTable, entry: Entry, touched: TouchedNames): void {
  for (const declaration of readDeclarations(entry).declarations) {
    const id = declaration.id?.text;
    if (id === undefined) continue;
    const key = keyInTable(namespaceOf(declaration.kind), id);
    put(
      table,
      key,
      (table.byName.get(key) ?? []).filter((one) => one.declaration !== declaration),
    );
    note(touched, key, declaration.kind, id, -1);
  }
}

/** What stands elsewhere now is another to all who look at its place: its list is a new one. */
export function moveDeclared(table: NameTable, entry: Entry, touched: TouchedNames): void {
  for (const declaration of readDeclarations(entry).declarations) {
    const id = declaration.id?.text;
    if (id === undefined) continue;
    const key = keyInTable(namespaceOf(declaration.kind), id);
    put(table, key, [...(table.byName.get(key) ?? [])]);
    note(touched, key, declaration.kind, id, 0);
    touched.moved.add(declaration.kind);
  }
}

function put(table: NameTable, key: string, declared: readonly Declared[]): void {
  if (declared.length === 0) table.byName.delete(key);
  else table.byName.set(key, declared);
  if (declared.length > 1) table.doubled.add(key);
  else table.doubled.delete(key);
}

function note({ keys, kinds, balance }: TouchedNames, key: string, kind: AnyDeclaration['kind'], id: string, by: number): void {
  keys.add(key);
  kinds.add(kind);
  const ofId = `${kind} ${id}`;
  balance.set(ofId, (balance.get(ofId) ?? 0) + by);
}
