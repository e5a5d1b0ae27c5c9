import { bind, canBind } from '../../model/bind';
import type { Codebook, NameKind, Use } from '../../model/codebook';
import { remembered } from '../../model/remember';
import { usesOf } from '../../model/uses';
import type { Fix, Related } from '../../problem';
import { isLegalId } from '../../schema';
import type { Place } from '../../syntax/entry';
import { code } from '../../text/code';
import type { CheckSubject, Finding } from '../check';
import { isCertain, isReadAsMeant } from './certain';
import { declarationOf } from './declarations-to-add';

/** A name that nothing declares, wherever a file uses it, with the nearest that are declared. */
interface UnknownName {
  readonly use: Use;
  /** Where else it is used. */
  readonly others: readonly Place[];
  readonly similar: readonly string[];
}

/**
 * The names of a kind that a file uses and nothing declares, each once however often it is used: the cause is one. Those in
 * expressions are problems of the expression.
 */
export function unknownUses(subject: CheckSubject, kind: NameKind): readonly UnknownName[] {
  return missingNames(subject.codebook).filter(
    ({ use }) => use.kind === kind && isCertain(subject, kind, use.owner) && isReadAsMeant(subject.codebook, use),
  );
}

/** The names of every kind that nothing declares, whether or not that is certain. */
const missingNames = remembered((codebook: Codebook): readonly UnknownName[] => {
  const byName = new Map<string, Use[]>();
  for (const use of usesOf(codebook)) {
    if (use.declares || use.name === '' || !canBind(codebook, use)) continue;
    const key = `${use.kind} ${use.owner?.kind} ${use.owner?.id} ${use.name}`;
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [use]);
    else same.push(use);
  }
  return [...byName.values()].flatMap(([use, ...others]): readonly UnknownName[] => {
    const binding = use === undefined ? undefined : bind(codebook, use);
    if (use === undefined || binding?.kind !== 'missing') return [];
    // A name that can't be used itself is no help.
    return [{ use, others: others.map(({ place }) => place), similar: binding.similar.filter(isLegalId) }];
  });
});

/** @param what the thing named, with its article, as in "`agreemnt` is not declared as a scale" */
export function unknownNames(kind: NameKind, what: string, expected: string) {
  return function* findUnknown(subject: CheckSubject): Iterable<Finding> {
    for (const unknown of unknownUses(subject, kind)) {
      const [first] = unknown.similar;
      const nearby = first === undefined ? '' : `; the nearest is \`${first}\``;
      yield {
        place: unknown.use.place,
        expected,
        found: `${code(unknown.use.name)} is not declared as ${what}${nearby}${elsewhere(unknown)}`,
        related: otherPlaces(unknown),
        fixes: [...renamings(unknown, unknown.similar), ...declarationOf(subject.syntax, unknown.use)],
      };
    }
  };
}

export function elsewhere({ others }: UnknownName): string {
  if (others.length === 0) return '';
  return ` (and in ${others.length} other ${others.length === 1 ? 'place' : 'places'})`;
}

/** More than these would bury the message. */
const mostRelated = 10;

export function otherPlaces({ others }: UnknownName): readonly Related[] {
  return others.slice(0, mostRelated).map((place) => ({ place, text: 'It is used here as well.' }));
}

export function renamings({ use, others }: UnknownName, names: readonly string[]): readonly Fix[] {
  const places = [use.place, ...others];
  return names.map((name) => ({
    title: `Change to \`${name}\``,
    safe: false,
    edits: places.map((place) => ({ place, newText: name })),
  }));
}
