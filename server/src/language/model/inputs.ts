import { startIn } from '../syntax';
import { bookOf } from './book';
import type { Codebook, FileModel } from './codebook';
import type { AnyDeclaration } from './declarations';
import { listOf, modelOf } from './file-model';
import type { HeaderParts, PartName } from './header-parts';
import { type Declared, doubledIn, type Namespace, namespaceOf } from './name-table';
import { notRead, query } from './query';

/** Where computations read a codebook's files. What is read here is computed again when an edit has touched it. */

function under(namespace: Namespace) {
  return query((codebook: Codebook, name: string): readonly Declared[] => {
    const declared = bookOf(codebook).names.byName[namespace].get(name) ?? nothing;
    return declared.length < 2 ? declared : [...declared].sort((a, b) => order(codebook, a, b));
  });
}

const nothing: readonly Declared[] = [];

/** Every declaration of a name without capitals, in the order of the files. */
export const declaredUnder = {
  stage: under('stage'),
  frame: under('frame'),
  scale: under('scale'),
  variable: under('variable'),
  indicator: under('indicator'),
  figure: under('figure'),
  test: under('test'),
} as const;

/** Every declaration of an id in a namespace, in any capitals, in the order of the files. */
export function declaredLike(codebook: Codebook, namespace: Namespace, id: string): readonly Declared[] {
  return declaredUnder[namespace](codebook, id.toLowerCase());
}

/** The declarations of exactly this id. */
export function declarationsNamed(codebook: Codebook, namespace: Namespace, id: string): readonly Declared[] {
  const declared = declaredLike(codebook, namespace, id);
  return declared.every(({ declaration }) => declaration.id?.text === id)
    ? declared
    : declared.filter(({ declaration }) => declaration.id?.text === id);
}

/** Whether a declaration stands in the codebook's own file, and is not imported. */
export function isOwnDeclaration(codebook: Codebook, declaration: AnyDeclaration): boolean {
  const declared = declaredLike(codebook, namespaceOf(declaration.kind), declaration.id?.text ?? '');
  return declared.find((one) => one.declaration === declaration)?.file === codebook.file;
}

/** Less than zero where one stands before the other: in an earlier file, or above it. */
export function order(codebook: Codebook, one: Declared, other: Declared): number {
  if (one.declaration.place.entry === other.declaration.place.entry)
    return one.declaration.place.span.start - other.declaration.place.span.start;
  const { files } = bookOf(codebook).inputs;
  const fileOf = ({ file }: Declared) => files.findIndex((input) => input.file === file);
  const [first, second] = [fileOf(one), fileOf(other)];
  if (first !== second) return first - second;
  const syntax = files[first]?.syntax;
  const startOf = ({ declaration }: Declared) => (syntax && startIn(syntax, declaration.place.entry)) ?? 0;
  return startOf(one) - startOf(other);
}

/** The first declaration of each id of a kind, in the order of the files. */
export const declaredOf = query((codebook: Codebook, kind: AnyDeclaration['kind']): ReadonlyMap<string, AnyDeclaration> => {
  const byId = new Map<string, AnyDeclaration>();
  for (const { file, syntax } of bookOf(codebook).inputs.files) {
    for (const declaration of modelOf(file, syntax)[listOf[kind]]) {
      const id = declaration.id?.text;
      if (id !== undefined && !byId.has(id)) byId.set(id, declaration);
    }
  }
  return byId;
});

/** The ids of a kind, in the order of the files. It stays the same while only what they stand for changes. */
export const idsOf = query((codebook, kind: AnyDeclaration['kind']): readonly string[] =>
  // Not read but looked at: this is computed again when an id comes, goes or moves, and not when a declaration changes.
  notRead(codebook, () => [...declaredOf(codebook, kind).keys()]),
);

/** Questions first, then derived variables. */
export const variableNames = query((codebook, _: ''): readonly string[] => [
  ...new Set([...idsOf(codebook, 'question'), ...idsOf(codebook, 'derived')]),
]);

/** The names that are declared more than once, each with its declarations in the order of the files. */
export const doubledNames = query((codebook, _: ''): readonly (readonly Declared[])[] =>
  doubledIn(bookOf(codebook).names).map(({ namespace, name }) => declaredUnder[namespace](codebook, name)),
);

function part<N extends PartName>(name: N) {
  return query((codebook: Codebook, _: ''): HeaderParts[N] => bookOf(codebook).parts[name]);
}

/** Each part of what the headers say. */
export const headerPart = {
  header: part('header'),
  languages: part('languages'),
  data: part('data'),
  defaults: part('defaults'),
  policy: part('policy'),
} as const;

/** Read by what looks at whole files: it is another after each edit. */
export const models = query((codebook: Codebook, _: ''): readonly FileModel[] =>
  bookOf(codebook).inputs.files.map(({ file, syntax }) => modelOf(file, syntax)),
);
