import { startIn } from '../syntax';
import type { Chunk } from '../syntax/entry';
import { remembered } from '../text/remember';
import { bookOf } from './book';
import type { Codebook, FileModel } from './codebook';
import type { AnyDeclaration } from './declarations';
import { modelOf } from './file-model';
import type { HeaderParts, PartName } from './header-parts';
import { type Declared, doubledIn, type Namespace, namespaceOf } from './name-table';
import { query } from './query';
import { readDeclarations } from './read';

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
  const { files } = codebook.inputs;
  const fileOf = ({ file }: Declared) => files.findIndex((input) => input.file === file);
  const [first, second] = [fileOf(one), fileOf(other)];
  if (first !== second) return first - second;
  const syntax = files[first]?.syntax;
  const startOf = ({ declaration }: Declared) => (syntax && startIn(syntax, declaration.place.entry)) ?? 0;
  return startOf(one) - startOf(other);
}

/**
 * The ids of a kind in the order of the files, as lists that stay the same objects while their part of a file does. They are other
 * lists once an id comes, goes or moves, and not when only what it stands for changes.
 */
export const idLists = query(
  (codebook: Codebook, kind: AnyDeclaration['kind']): readonly (readonly string[])[] =>
    codebook.inputs.files.flatMap(({ syntax }) =>
      syntax.chunks.flatMap((chunk) => {
        const ids = idsIn(chunk)[kind];
        return ids.length === 0 ? [] : [ids];
      }),
    ),
  { isLasting: true },
);

const idsIn = remembered(({ entries }: Chunk): Readonly<Record<AnyDeclaration['kind'], readonly string[]>> => {
  const ids: Record<AnyDeclaration['kind'], string[]> = {
    stage: [],
    frame: [],
    scale: [],
    question: [],
    derived: [],
    indicator: [],
    figure: [],
    test: [],
  };
  for (const entry of entries) {
    for (const { kind, id } of readDeclarations(entry).declarations) if (id !== undefined) ids[kind].push(id.text);
  }
  return ids;
});

/** The same as one list, each id once. */
export const idsOf = query(
  (codebook: Codebook, kind: AnyDeclaration['kind']): readonly string[] => [...new Set(idLists(codebook, kind).flat())],
  { isLasting: true },
);

/** Questions first, then derived variables. */
export const variableNames = query(
  (codebook: Codebook, _: ''): readonly string[] => [
    ...new Set([...idsOf(codebook, 'question'), ...idsOf(codebook, 'derived')]),
  ],
  { isLasting: true },
);

/** The same in lists; see `idLists`. */
export function variableLists(codebook: Codebook): readonly (readonly string[])[] {
  return [...idLists(codebook, 'question'), ...idLists(codebook, 'derived')];
}

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
  codebook.inputs.files.map(({ file, syntax }) => modelOf(file, syntax)),
);
