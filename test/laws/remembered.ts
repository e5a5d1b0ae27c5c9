import { type Codebook, codebookOf, type Snapshot } from '../../server/src/language';
import { bookOf } from '../../server/src/language/model/book';
import { each } from '../../server/src/language/model/few';
import type { Answer } from '../../server/src/language/model/memory';
import { usesIn } from '../../server/src/language/model/uses';

/** How many answers about a codebook are held: those that are asked for, and all that can be reached from them. */
export function countRemembered(snapshot: Snapshot, file: string): number {
  const codebook = codebookOf(snapshot, file);
  return codebook === undefined ? 0 : reachedFrom(codebook).size;
}

/** How many answers about a codebook were ever computed. */
export function countComputed(snapshot: Snapshot, file: string): number {
  const codebook = codebookOf(snapshot, file);
  return codebook === undefined ? 0 : bookOf(codebook).memory.computed;
}

function reachedFrom(codebook: Codebook): ReadonlySet<Answer> {
  const reached = new Set(bookOf(codebook).memory.answers.get(usesIn.rule)?.values());
  for (const { reads, readers } of reached) {
    for (const read of reads) reached.add(read);
    for (const reader of each(readers)) reached.add(reader);
  }
  return reached;
}
