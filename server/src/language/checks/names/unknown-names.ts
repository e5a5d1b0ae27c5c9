import { bind, canBind } from '../../model/bind';
import type { NameKind, Use } from '../../model/codebook';
import { usesOf } from '../../model/uses';
import type { Fix } from '../../problem';
import { isLegalId } from '../../schema';
import { code } from '../../schema/subject';
import type { CheckSubject, Finding } from '../check';
import { isCertain } from './certain';

/** A name that nothing declares, with the nearest that are. */
export interface UnknownUse {
  readonly use: Use;
  readonly similar: readonly string[];
}

/** The names of a kind that a file uses and nothing declares. Those in expressions are problems of the expression. */
export function unknownUses(subject: CheckSubject, kind: NameKind): readonly UnknownUse[] {
  return usesOf(subject.codebook).flatMap((use) => {
    if (use.kind !== kind || use.declares || use.name === '' || !canBind(subject.codebook, use)) return [];
    const binding = bind(subject.codebook, use);
    if (binding.kind === 'found' || !isCertain(subject, kind, use.owner)) return [];
    // A name that can't be used itself is no help.
    return [{ use, similar: binding.similar.filter(isLegalId) }];
  });
}

/** @param what the thing named, with its article, as in "`agreemnt` is not declared as a scale" */
export function unknownNames(kind: NameKind, what: string, expected: string) {
  return function* findUnknown(subject: CheckSubject): Iterable<Finding> {
    for (const { use, similar } of unknownUses(subject, kind)) {
      const [first] = similar;
      yield {
        place: use.place,
        expected,
        found: `${code(use.name)} is not declared as ${what}${first === undefined ? '' : `; the nearest is \`${first}\``}`,
        fixes: renamings(use, similar),
      };
    }
  };
}

export function renamings({ place }: Use, names: readonly string[]): readonly Fix[] {
  return names.map((name) => ({ title: `Change to \`${name}\``, safe: false, edits: [{ place, newText: name }] }));
}
