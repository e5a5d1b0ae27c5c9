import type { Place } from '../syntax/entry';
import { nearest } from '../text/nearest';
import type { Binding, Codebook, Owner, Use, Variable } from './codebook';
import { declaredNames } from './declared-names';
import { remembered } from './remember';
import { categoryOwner, nameKey } from './uses';

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
  const places = placesIn(codebook).get(nameKey(use.kind, use.name, use.owner)) ?? [];
  if (places.length > 0 || isImplicit(codebook, use)) return { kind: 'found', to: { places } };
  return { kind: 'missing', similar: nearest(use.name, namesLike(codebook, use)) };
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

/** Where the names of a codebook are declared, by kind, owner and name. */
const placesIn = remembered((codebook: Codebook): ReadonlyMap<string, readonly Place[]> => {
  const places = new Map<string, Place[]>();
  for (const { kind, name, owner, place } of codebook.models.flatMap(declaredNames)) {
    const key = nameKey(kind, name, owner);
    const sameName = places.get(key);
    if (sameName === undefined) places.set(key, [place]);
    else sameName.push(place);
  }
  return places;
});

/** Yes and no of a condition, and of ticked options, are there without being declared. */
function isImplicit(codebook: Codebook, { kind, name, owner }: Use): boolean {
  if (kind !== 'category' || owner?.kind !== 'variable') return false;
  const variable = codebook.variables.get(owner.id);
  return variable?.scale?.categories.some((category) => category.id === name) ?? false;
}

/** The names that could stand in the place of a use. */
export function namesLike(codebook: Codebook, { kind, owner }: Pick<Use, 'kind' | 'owner'>): readonly string[] {
  switch (kind) {
    case 'stage':
      return [...codebook.stages.keys()];
    case 'frame':
      return [...codebook.frames.keys()];
    case 'scale':
      return [...codebook.scales.keys()];
    case 'variable':
      return [...codebook.variables.keys()];
    case 'indicator':
      return [...codebook.indicators.keys()];
    case 'figure':
      return [...codebook.figures.keys()];
    case 'item':
      return owner === undefined ? [] : (codebook.variables.get(owner.id)?.items ?? []).map((item) => item.id);
    case 'category':
      return owner === undefined ? [] : categoryNames(codebook, owner);
    case 'test':
    case 'file':
      return [];
  }
}

function categoryNames(codebook: Codebook, owner: Owner): readonly string[] {
  const scale = [...codebook.variables.values()].find((variable) => isOwnedBy(variable, owner))?.scale;
  if (scale !== undefined) return [...scale.categories, ...scale.groups, ...scale.missing].map((part) => part.id);
  const declared = codebook.scales.get(owner.id);
  return [...(declared?.categories ?? []), ...(declared?.groups ?? []), ...(declared?.missing ?? [])].map(
    (part) => part.id.text,
  );
}

function isOwnedBy(variable: Variable, owner: Owner): boolean {
  const actual = categoryOwner(variable);
  return actual?.kind === owner.kind && actual.id === owner.id;
}
