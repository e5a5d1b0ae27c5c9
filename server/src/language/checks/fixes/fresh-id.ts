import { reservedWords } from '../../expression';
import { legalId } from '../../schema';

/** A legal id as near to some words as can be that nothing has. */
export function freshId(words: string, isTaken: (id: string) => boolean): string {
  const unusable = [...reservedWords, 'missing'];
  for (;;) {
    const id = legalId(words, unusable);
    if (!isTaken(id)) return id;
    unusable.push(id);
  }
}
