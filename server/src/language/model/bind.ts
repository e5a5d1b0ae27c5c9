import type { Place } from '../syntax/entry';
import { nearest } from '../text/nearest';
import type { Binding, Codebook, Owner, Use } from './codebook';
import { namesDeclaredBy } from './declared-names';
import { declarationsNamed, idLists, variableLists } from './inputs';
import { categoryOwner } from './uses';

/** What a name was bound to. */
export interface Declared {
  /** Where it is declared, imported files first: several where it is declared twice, none for a `yes` that no scale spells out. */
  readonly places: readonly Place[];
  /** The file an import leads to. */
  readonly file?: string;
}

/** What a use names, or the nearest names there are. Every declaration of the id counts, also a second one. */
export function bind(codebook: Codebook, use: Use): Binding<Declared> {
  if (use.kind === 'file') return bindFile(codebook, use);
  const places = placesOf(codebook, use);
  if (places.length > 0 || isImplicit(codebook, use)) return { kind: 'found', to: { places } };
  return { kind: 'missing', similar: nearest(use.name, ...listsLike(codebook, use)) };
}

/** Whether a name is declared, however often. */
export function isDeclared(codebook: Codebook, use: Use): boolean {
  const { kind, name } = use;
  if (kind === 'category' || kind === 'item') return isPart(codebook, use) || isImplicit(codebook, use);
  return kind !== 'file' && declarationsNamed(codebook, kind, name).length > 0;
}

function isPart(codebook: Codebook, { kind, name, owner }: Use): boolean {
  if (owner === undefined) return false;
  return declarationsNamed(codebook, owner.kind, owner.id).some(({ declaration }) =>
    namesDeclaredBy(declaration).some((one) => one.kind === kind && one.name === name && one.owner?.kind === owner.kind),
  );
}

/** Where a name is declared: in the declarations of its own id, or as a part of those of its owner. */
function placesOf(codebook: Codebook, { kind, name, owner }: Use): readonly Place[] {
  if (kind === 'file') return [];
  if (kind !== 'category' && kind !== 'item') {
    return declarationsNamed(codebook, kind, name).flatMap(({ declaration }) => declaration.id?.place ?? []);
  }
  if (owner === undefined) return [];
  const owners = declarationsNamed(codebook, owner.kind, owner.id);
  return owners.flatMap(({ declaration }) =>
    namesDeclaredBy(declaration).flatMap((one) =>
      one.kind === kind && one.name === name && one.owner?.kind === owner.kind ? [one.place] : [],
    ),
  );
}

/** Whether something is known to own the name, so that its absence can be told. */
export function canBind(codebook: Codebook, { kind, owner }: Use): boolean {
  if (kind !== 'category' && kind !== 'item') return true;
  if (owner?.kind === 'scale') return codebook.scales.has(owner.id);
  return owner !== undefined && codebook.variables.get(owner.id)?.type !== undefined;
}

function bindFile(codebook: Codebook, use: Use): Binding<Declared> {
  const target = codebook.imports.find(({ declaration }) => declaration.path.place.span === use.place.span);
  if (target === undefined || target.kind === 'missing' || target.kind === 'outside') return { kind: 'missing', similar: [] };
  return { kind: 'found', to: { places: [], file: target.file } };
}

/** Yes and no of a condition, and of ticked options, are there without being declared. */
function isImplicit(codebook: Codebook, { kind, name, owner }: Use): boolean {
  if (kind !== 'category' || owner?.kind !== 'variable') return false;
  const variable = codebook.variables.get(owner.id);
  return variable?.scale?.categories.some((category) => category.id === name) ?? false;
}

/** The names that could stand in the place of a use. */
export function namesLike(codebook: Codebook, use: Pick<Use, 'kind' | 'owner'>): readonly string[] {
  return listsLike(codebook, use).flat();
}

function listsLike(codebook: Codebook, { kind, owner }: Pick<Use, 'kind' | 'owner'>): readonly (readonly string[])[] {
  switch (kind) {
    case 'stage':
    case 'frame':
    case 'scale':
    case 'indicator':
    case 'figure':
      return idLists(codebook, kind);
    case 'variable':
      return variableLists(codebook);
    case 'item':
      return owner === undefined ? [] : [(codebook.variables.get(owner.id)?.items ?? []).map((item) => item.id)];
    case 'category':
      return owner === undefined ? [] : [categoryNames(codebook, owner)];
    case 'test':
    case 'file':
      return [];
  }
}

/** What a variable's answers may be called, or a scale's categories, groups and missing answers. */
function categoryNames(codebook: Codebook, owner: Owner): readonly string[] {
  const variable = owner.kind === 'variable' ? codebook.variables.get(owner.id) : undefined;
  const isItsOwn = categoryOwner(variable)?.kind === 'variable';
  if (variable?.scale !== undefined && isItsOwn) return partNames(variable.scale).map(({ id }) => id);
  const declared = owner.kind === 'scale' ? codebook.scales.get(owner.id) : undefined;
  return declared === undefined ? [] : partNames(declared).map(({ id }) => id.text);
}

function partNames<T>(scale: {
  readonly categories: readonly T[];
  readonly groups: readonly T[];
  readonly missing: readonly T[];
}) {
  return [...scale.categories, ...scale.groups, ...scale.missing];
}
