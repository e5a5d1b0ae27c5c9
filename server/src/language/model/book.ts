import type { Book, Codebook } from './codebook';
import { headerParts } from './header-parts';
import { createMemory } from './memory';
import { addDeclared, createNames } from './name-table';

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
