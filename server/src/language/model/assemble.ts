import { changedEntries } from '../syntax';
import type { FileSyntax } from '../syntax/entry';
import { hand, newestBook } from './book';
import type { Book, Codebook } from './codebook';
import { facadeOf } from './facade';
import { modelOf } from './file-model';
import { headerParts, partNames } from './header-parts';
import { filesOf, type Models, resolveImport } from './imports';
import type { Inputs, ResolvedImport } from './input-files';
import { declaredUnder, doubledNames, headerPart, idLists, models } from './inputs';
import { releaseLoose } from './memory';
import { changeDeclared, doubledIn, namespaces, type TouchedNames } from './name-table';
import { outdate } from './query';

/** The text of a file, where it is there. */
export type Texts = (file: string) => FileSyntax | undefined;

/**
 * A file with all it imports, names bound. `texts` gives the files there are; `roots` are the folders imports may not leave
 * (`[]`: no limit). A file that is not there gives an empty codebook. What was known of `before`, an earlier version of the same
 * codebook, is known still, as far as the edits leave it.
 */
export function assembleCodebook(file: string, texts: Texts, roots: readonly string[], before?: Codebook): Codebook {
  const inputs = inputsOf(file, texts, roots);
  const book = before === undefined ? undefined : newestBook(before);
  return book !== undefined && isSameShape(book.codebook.inputs, inputs) ? moveOn(book, inputs) : facadeOf(inputs);
}

function inputsOf(file: string, texts: Texts, roots: readonly string[]): Inputs {
  const known: Models = (name) => {
    const syntax = texts(name);
    return syntax === undefined ? undefined : modelOf(name, syntax);
  };
  const files = filesOf(file, known, roots).flatMap((name) => {
    const syntax = texts(name);
    return syntax === undefined ? [] : [{ file: name, syntax }];
  });
  const declared = known(file)?.header.imports ?? [];
  return { file, files, imports: declared.map((declaration) => resolveImport(file, declaration, known, roots)) };
}

/** A codebook of other files, or with imports that lead elsewhere, is another. */
function isSameShape(one: Inputs, other: Inputs): boolean {
  return (
    one.files.length === other.files.length &&
    one.files.every(({ file }, at) => file === other.files[at]?.file) &&
    one.imports.length === other.imports.length &&
    one.imports.every((target, at) => isSameImport(target, other.imports[at]))
  );
}

function isSameImport(one: ResolvedImport, other: ResolvedImport | undefined): boolean {
  return one.kind !== 'cyclic' && one.kind === other?.kind && one.file === other.file && one.declaration === other.declaration;
}

function moveOn(book: Book, inputs: Inputs): Codebook {
  const before = book.codebook.inputs;
  const codebook = facadeOf(inputs);
  hand(book, codebook);
  changeHeader(book);
  let isChanged = false;
  for (const [at, { file, syntax }] of inputs.files.entries()) {
    const previous = before.files[at]?.syntax;
    if (previous === undefined || previous === syntax) continue;
    isChanged = true;
    changeFile(book, file, previous, syntax);
  }
  if (isChanged) outdate(book.codebook, models, '');
  releaseLoose(book.memory);
  return codebook;
}

function changeHeader(book: Book): void {
  const before = book.parts;
  book.parts = headerParts(book.codebook.inputs, before);
  for (const name of partNames) if (book.parts[name] !== before[name]) outdate(book.codebook, headerPart[name], '');
}

function changeFile(book: Book, file: string, before: FileSyntax, after: FileSyntax): void {
  const changed = changedEntries(before, after);
  const hadDoubled = doubledIn(book.names).length > 0;
  tellTouched(book.codebook, changeDeclared(book.names, file, changed));
  if (hadDoubled || doubledIn(book.names).length > 0) outdate(book.codebook, doubledNames, '');
  if (file !== book.codebook.file) return;
  for (const entry of changed.removed) {
    book.uses.outdated.delete(entry);
    book.uses.gone.add(entry);
  }
  for (const entry of [...changed.added, ...changed.moved]) {
    book.uses.gone.delete(entry);
    book.uses.outdated.add(entry);
  }
}

function tellTouched(codebook: Codebook, { names, reordered }: TouchedNames): void {
  for (const namespace of namespaces) for (const name of names[namespace]) outdate(codebook, declaredUnder[namespace], name);
  for (const kind of reordered) outdate(codebook, idLists, kind);
}
