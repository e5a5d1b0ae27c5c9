import type { Entry, FileSyntax } from '../syntax/entry';
import type { Codebook, FileModel, ResolvedImport } from './codebook';
import { changedEntries } from './changed-entries';
import { facadeOf } from './facade';
import { type HeaderParts, headerParts, partNames } from './header-parts';
import { declaredRule, everythingRule, idsRule, kindRule, partRule } from './inputs';
import { createMemory, invalidate, type Memory, releaseLoose } from './memory';
import { modelOf } from './file-model';
import { addDeclared, createNames, type NameTable, moveDeclared, removeDeclared } from './name-table';
import { createUses, type UseIndex } from './use-index';

/** What a codebook is made from. */
export interface Inputs {
  readonly file: string;
  /** Every file that contributes declarations, imported first, the codebook's own last. */
  readonly files: readonly InputFile[];
  readonly imports: readonly ResolvedImport[];
}

export interface InputFile {
  readonly file: string;
  readonly syntax: FileSyntax;
}

/** All that is known of a codebook as its files change: the newest codebook, and what is remembered of it. */
export interface Book {
  codebook: Codebook;
  inputs: Inputs;
  parts: HeaderParts;
  readonly memory: Memory;
  readonly names: NameTable;
  readonly uses: UseIndex;
}

/** A codebook made anew. */
export function openBook(inputs: Inputs): Codebook {
  const codebook = facadeOf(inputs);
  return fill(codebook, inputs);
}

function fill(codebook: Codebook, inputs: Inputs): Codebook {
  const memory = createMemory(undefined);
  const book: Book = { codebook, inputs, parts: headerParts(inputs), memory, names: createNames(), uses: createUses() };
  memory.owner = book;
  for (const { file, syntax } of inputs.files) {
    for (const { entry } of syntax.entries) addDeclared(book.names, file, entry);
  }
  for (const { entry } of ownSyntax(inputs).entries) book.uses.outdated.add(entry);
  books.set(codebook, book);
  return codebook;
}

const books = new WeakMap<Codebook, Book>();

/**
 * What is known of a codebook. It moves on with the newest version; an older one that is asked again is known anew, so that
 * no answer about one version is ever given for another.
 */
export function bookOf(codebook: Codebook): Book {
  const book = books.get(codebook);
  if (book?.codebook === codebook) return book;
  fill(codebook, codebook.inputs);
  return books.get(codebook) ?? bookOf(codebook);
}

/**
 * The codebook after its files have changed, with everything that the change does not touch still known. A codebook of other
 * files, or with imports that lead elsewhere, is another.
 */
export function moveOn(before: Codebook, inputs: Inputs): Codebook {
  const book = books.get(before);
  if (book?.codebook !== before || !isSameShape(book.inputs, inputs)) return openBook(inputs);
  const codebook = facadeOf(inputs);
  const old = book.inputs;
  book.codebook = codebook;
  book.inputs = inputs;
  books.set(codebook, book);
  changeHeader(book);
  for (const [at, { file, syntax }] of inputs.files.entries()) {
    const previous = old.files[at]?.syntax;
    if (previous !== undefined && previous !== syntax) changeFile(book, file, previous, syntax);
  }
  invalidate(book.memory, everythingRule, '');
  releaseLoose(book.memory);
  return codebook;
}

function isSameShape(one: Inputs, other: Inputs): boolean {
  return (
    one.file === other.file &&
    one.files.length === other.files.length &&
    one.files.every(({ file }, at) => file === other.files[at]?.file) &&
    one.imports.length === other.imports.length &&
    one.imports.every((target, at) => isSameImport(target, other.imports[at]))
  );
}

function isSameImport(one: ResolvedImport, other: ResolvedImport | undefined): boolean {
  return one.kind !== 'cyclic' && one.kind === other?.kind && one.file === other.file && one.declaration === other.declaration;
}

function changeHeader(book: Book): void {
  const before = book.parts;
  book.parts = headerParts(book.inputs, before);
  for (const name of partNames) {
    if (book.parts[name] !== before[name]) invalidate(book.memory, partRule, name);
  }
}

function changeFile(book: Book, file: string, before: FileSyntax, after: FileSyntax): void {
  const { removed, added, moved } = changedEntries(before, after);
  const isOwn = file === book.inputs.file;
  const changed: Changed = { names: new Set(), kinds: new Set(), ids: new Map() };
  for (const entry of removed) removeDeclared(book.names, entry, changed);
  for (const entry of added) addDeclared(book.names, file, entry, changed);
  for (const entry of moved) moveDeclared(book.names, entry, changed);
  tellChanged(book, changed);
  if (!isOwn) return;
  for (const entry of removed) book.uses.gone.add(entry);
  for (const entry of [...added, ...moved]) book.uses.outdated.add(entry);
}
