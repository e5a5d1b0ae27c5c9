import { reservedWords } from '../../expression';
import type { Use } from '../../model/codebook';
import { declarationsOf, namesDeclaredBy } from '../../model/declared-names';
import type { Fix } from '../../problem';
import { legalId } from '../../schema';
import { removeMember } from '../../syntax';
import type { FileNow } from '../check';
import { changeTo, offered, removeAt } from '../fixes/edits';

/**
 * Ways out of an id that is declared a second time: another id for the second, to which nothing refers, as every use means the
 * first; or the second goes.
 */
export function otherIds({ codebook, syntax }: FileNow, later: Use): readonly Fix[] {
  const isPart = later.kind === 'category' || later.kind === 'item';
  const taken = codebook.models
    .flatMap(declarationsOf)
    .flatMap(namesDeclaredBy)
    .filter(({ kind }) => kind === later.kind);
  const free = legalId(later.name, [...taken.map(({ name }) => name), ...reservedWords, 'missing']);
  const removal = isPart ? removeAt(later.place) : removeMember(syntax, later.place);
  return [
    ...(later.kind === 'test' ? [] : [changeTo(free, later.place)]),
    ...offered(`Remove this \`${later.name}\``, removal),
  ];
}
