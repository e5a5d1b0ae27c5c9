import type { Entry, FileSyntax } from '../syntax/entry';
import type { Codebook, ResolvedImport, Use } from './codebook';
import { type HeaderParts, headerParts } from './header-parts';
import { createMemory, type Memory } from './memory';
import { addDeclared, createNames, type NameTable } from './name-table';

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

/** All that is known of a codebook as its files change: what the newest version is made from, and what is remembered of it. */
export interface Book {
  codebook: Codebook;
  inputs: Inputs;
  parts: HeaderParts;
  readonly memory: Memory;
  readonly names: NameTable;
  readonly uses: UseIndex;
}

/** The uses in a codebook's own file by name, and the entries whose uses are to be looked at again. */
export interface UseIndex {
  /** In no order. */
  readonly byName: Map<string, Use[]>;
  readonly ofEntry: Map<Entry, readonly Use[]>;
  readonly outdated: Set<Entry>;
  readonly gone: Set<Entry>;
}

/** Nothing before a codebook is asked for the first time. */
export interface Known {
  book: Book | undefined;
}

/**
 * What is known of a codebook. It moves on with the newest version; an older one that is asked again is read anew, so that no
 * answer about one version is ever given for another.
 */
export function bookOf(codebook: Codebook): Book {
  const { known } = codebook;
  if (known.book?.codebook === codebook) return known.book;
  const book = readBook(codebook);
  known.book = book;
  return book;
}

/** Takes over what is known for the next version. */
export function hand(book: Book, codebook: Codebook): void {
  book.codebook = codebook;
  book.inputs = codebook.inputs;
  codebook.known.book = book;
}

/** What is known, unless it has moved on to a newer version. */
export function newestBook(codebook: Codebook): Book | undefined {
  const { book } = codebook.known;
  return book?.codebook === codebook ? book : undefined;
}

function readBook(codebook: Codebook): Book {
  const { inputs } = codebook;
  const book: Book = {
    codebook,
    inputs,
    parts: headerParts(inputs),
    memory: createMemory(),
    names: createNames(),
    uses: { byName: new Map(), ofEntry: new Map(), outdated: new Set(), gone: new Set() },
  };
  book.memory.owner = book;
  for (const { file, syntax } of inputs.files) {
    for (const chunk of syntax.chunks) {
      for (const entry of chunk.entries) {
        addDeclared(book.names, file, entry);
        if (file === inputs.file) book.uses.outdated.add(entry);
      }
    }
  }
  return book;
}
