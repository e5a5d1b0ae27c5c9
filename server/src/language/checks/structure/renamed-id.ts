import { isDeclared } from '../../model/bind';
import type { Use } from '../../model/codebook';
import { declarationsOf, namesDeclaredBy } from '../../model/declared-names';
import { usesNamed } from '../../model/use-index';
import type { Fix } from '../../problem';
import type { StructureCode } from '../../schema';
import type { CheckSubject, FileNow, Finding } from '../check';
import { liesIn } from '../text/lies-in';
import { fromStructure } from './from-structure';

/** Ids that can't be used; the fix changes the id wherever it is understood, also in files that import this one. */
export function unusableIds(code: Extract<StructureCode, 'illegal-id' | 'reserved-id'>) {
  const find = fromStructure(code);
  return function* findUnusable(subject: CheckSubject): Iterable<Finding> {
    for (const { fixes = [], ...finding } of find(subject)) {
      const declared = declarationsOf(subject.own)
        .flatMap(namesDeclaredBy)
        .find((use) => liesIn(use.place, finding.place));
      if (declared === undefined) yield { ...finding, fixes };
      else yield { ...finding, fixesIn: (now) => fixes.flatMap((fix) => everywhere(now, declared, fix)) };
    }
  };
}

/** None where the new id is taken. */
function everywhere({ codebook, importers }: FileNow, declared: Use, fix: Fix): readonly Fix[] {
  const newText = fix.edits[0]?.newText ?? declared.name;
  if (isDeclared(codebook, { ...declared, name: newText })) return [];
  const uses = [codebook, ...importers].flatMap((one) => usesNamed(one, declared));
  return [{ ...fix, edits: uses.map(({ place }) => ({ place, newText })) }];
}
