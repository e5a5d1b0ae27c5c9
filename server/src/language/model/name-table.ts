import type { ChangedEntries } from '../syntax';
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
  readonly byName: Readonly<Record<Namespace, Map<string, readonly Declared[]>>>;
  /** The names that are declared more than once. */
  readonly doubled: Readonly<Record<Namespace, Set<string>>>;
}

/** What changes to a table have touched. */
export interface TouchedNames {
  readonly names: Readonly<Record<Namespace, Set<string>>>;
  /** Kinds of which an id came, went or moved, so that the list of ids is another. */
  readonly reordered: Set<AnyDeclaration['kind']>;
}

export const namespaces: readonly Namespace[] = ['stage', 'frame', 'scale', 'variable', 'indicator', 'figure', 'test'];

function forEach<T>(make: () => T): Readonly<Record<Namespace, T>> {
  return {
    stage: make(),
    frame: make(),
    scale: make(),
    variable: make(),
    indicator: make(),
    figure: make(),
    test: make(),
  };
}

export function createNames(): NameTable {
  return { byName: forEach(() => new Map()), doubled: forEach(() => new Set()) };
}

function nothingTouched(): TouchedNames {
  return { names: forEach(() => new Set()), reordered: new Set() };
}

export function namespaceOf(kind: AnyDeclaration['kind']): Namespace {
  return kind === 'question' || kind === 'derived' ? 'variable' : kind;
}

/** The names that are declared more than once, with their namespace. */
export function doubledIn({ doubled }: NameTable): readonly { readonly namespace: Namespace; readonly name: string }[] {
  return namespaces.flatMap((namespace) => [...doubled[namespace]].map((name) => ({ namespace, name })));
}

/** Puts in what an entry declares. */
export function addDeclared(table: NameTable, file: string, entry: Entry): void {
  for (const declaration of readDeclarations(entry).declarations) {
    if (declaration.id === undefined) continue;
    const namespace = namespaceOf(declaration.kind);
    const name = declaration.id.text.toLowerCase();
    const same = table.byName[namespace].get(name);
    put(table, namespace, name, same === undefined ? [{ declaration, file }] : [...same, { declaration, file }]);
  }
}

/** Takes out what entries declare that are gone, puts in what others do, and notes what that touches. */
export function changeDeclared(table: NameTable, file: string, { removed, added, moved }: ChangedEntries): TouchedNames {
  const touched = nothingTouched();
  const balance: Balance = new Map();
  for (const entry of removed) {
    for (const declaration of readDeclarations(entry).declarations) takeOut(table, declaration);
    note(touched, entry, balance, -1);
  }
  for (const entry of added) {
    addDeclared(table, file, entry);
    note(touched, entry, balance, 1);
  }
  for (const entry of moved) {
    for (const declaration of readDeclarations(entry).declarations) renew(table, declaration);
    for (const kind of note(touched, entry, balance, 0)) touched.reordered.add(kind);
  }
  for (const [kind, ids] of balance) if ([...ids.values()].some((by) => by !== 0)) touched.reordered.add(kind);
  return touched;
}

function takeOut(table: NameTable, declaration: AnyDeclaration): void {
  if (declaration.id === undefined) return;
  const namespace = namespaceOf(declaration.kind);
  const name = declaration.id.text.toLowerCase();
  const left = (table.byName[namespace].get(name) ?? []).filter((one) => one.declaration !== declaration);
  put(table, namespace, name, left);
}

/** What stands elsewhere now is another to all who look at its place: its list is a new one. */
function renew(table: NameTable, declaration: AnyDeclaration): void {
  if (declaration.id === undefined) return;
  const namespace = namespaceOf(declaration.kind);
  const name = declaration.id.text.toLowerCase();
  put(table, namespace, name, [...(table.byName[namespace].get(name) ?? [])]);
}

function put({ byName, doubled }: NameTable, namespace: Namespace, name: string, declared: readonly Declared[]): void {
  if (declared.length === 0) byName[namespace].delete(name);
  else byName[namespace].set(name, declared);
  if (declared.length > 1) doubled[namespace].add(name);
  else doubled[namespace].delete(name);
}

/** By how much each id of a kind is declared more often than before; those that stay, by 0. */
type Balance = Map<AnyDeclaration['kind'], Map<string, number>>;

function note({ names }: TouchedNames, entry: Entry, balance: Balance, by: number): readonly AnyDeclaration['kind'][] {
  return readDeclarations(entry).declarations.flatMap(({ kind, id }) => {
    if (id === undefined) return [];
    names[namespaceOf(kind)].add(id.text.toLowerCase());
    const ids = balance.get(kind) ?? new Map<string, number>();
    balance.set(kind, ids);
    ids.set(id.text, (ids.get(id.text) ?? 0) + by);
    return [kind];
  });
}
