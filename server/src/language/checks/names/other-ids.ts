import { reservedWords } from '../../expression';
import type { Codebook, Use } from '../../model/codebook';
import { declaredNames } from '../../model/declared-names';
import type { Fix } from '../../problem';
import { legalId } from '../../schema';
import { removeMember } from '../../syntax';
import type { FileSyntax } from '../../syntax/entry';
import { changeTo, offered, removeAt } from '../fixes/edits';

/**
 * Ways out of an id that is declared a second time: another id for the second, to which nothing refers, as every use means the
 * first; or the second goes.
 */
export function otherIds({ models }: Codebook, syntax: FileSyntax, later: Use): readonly Fix[] {
  const isPart = later.kind === 'category' || later.kind === 'item';
  const taken = models.flatMap(declaredNames).filter(({ kind }) => kind === later.kind);
  const free = legalId(later.name, [...taken.map(({ name }) => name), ...reservedWords, 'missing']);
  const removal = isPart ? removeAt(later.place) : removeMember(syntax, later.place);
  return [
    ...(later.kind === 'test' ? [] : [changeTo(free, later.place)]),
    ...offered(`Remove this \`${later.name}\``, removal),
  ];
}
