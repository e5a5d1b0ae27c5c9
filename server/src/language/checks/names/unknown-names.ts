import { bind, canBind, isDeclared } from '../../model/bind';
import type { Codebook, NameKind, Use } from '../../model/codebook';
import { usesIn } from '../../model/uses';
import type { Fix } from '../../problem';
import { isLegalId } from '../../schema';
import { code } from '../../text/code';
import type { CheckSubject, Finding } from '../check';
import { changeTo } from '../fixes/edits';
import { isCertain, isReadAsMeant } from './certain';
import { declarationOf } from './declarations-to-add';

/** A name that nothing declares, with the nearest that are declared. */
interface UnknownName {
  readonly use: Use;
  readonly similar: readonly string[];
}

/** The names of a kind that an entry uses and nothing declares. Those in expressions are problems of the expression. */
export function unknownUses(subject: CheckSubject, kind: NameKind): readonly UnknownName[] {
  const { codebook, entries } = subject;
  const unknown: UnknownName[] = [];
  for (const entry of entries) {
    for (const use of usesIn(codebook, entry)) {
      if (use.kind === kind && !use.declares && isUnknown(subject, use))
        unknown.push({ use, similar: similarTo(codebook, use) });
    }
  }
  return unknown;
}

function isUnknown(subject: CheckSubject, use: Use): boolean {
  const { codebook } = subject;
  if (use.name === '' || isDeclared(codebook, use) || !canBind(codebook, use)) return false;
  return isCertain(subject, use.kind, use.owner) && isReadAsMeant(codebook, use);
}

/** A name that can't be used itself is no help. */
function similarTo(codebook: Codebook, use: Use): readonly string[] {
  const binding = bind(codebook, use);
  return binding.kind === 'missing' ? binding.similar.filter(isLegalId) : [];
}

/** @param what the thing named, with its article, as in "`agreemnt` is not declared as a scale" */
export function unknownNames(kind: NameKind, what: string, expected: string) {
  return function* findUnknown(subject: CheckSubject): Iterable<Finding> {
    for (const { use, similar } of unknownUses(subject, kind)) {
      const [first] = similar;
      const nearby = first === undefined ? '' : `; the nearest is \`${first}\``;
      yield {
        place: use.place,
        expected,
        found: `${code(use.name)} is not declared as ${what}${nearby}`,
        fixes: renamings(use, similar),
        fixesIn: ({ syntax }) => declarationOf(syntax, use),
        cause: causeOf(use),
      };
    }
  };
}

/** However often a name is used, that nothing declares it is one cause. */
export function causeOf({ name, owner }: Use): string {
  return owner === undefined ? name : `${owner.kind} ${owner.id} ${name}`;
}

export function renamings({ place }: Pick<Use, 'place'>, names: readonly string[]): readonly Fix[] {
  return names.map((name) => changeTo(name, place));
}
