import type { Use } from '../../model/codebook';
import { declaredNames } from '../../model/declared-names';
import { usesOf } from '../../model/uses';
import type { Fix } from '../../problem';
import type { StructureCode } from '../../schema';
import type { CheckSubject, Finding } from '../check';
import { liesIn } from '../text/lies-in';
import { fromStructure } from './from-structure';

/** Ids that can't be used; the fix changes the id wherever it is understood, also in files that import this one. */
export function unusableIds(code: Extract<StructureCode, 'illegal-id' | 'reserved-id'>) {
  const find = fromStructure(code);
  return function* findUnusable(subject: CheckSubject): Iterable<Finding> {
    for (const finding of find(subject)) {
      const declared = usesOf(subject.codebook).find((use) => use.declares && liesIn(use.place, finding.place));
      if (declared === undefined) yield finding;
      else yield { ...finding, fixes: (finding.fixes ?? []).flatMap((fix) => everywhere(subject, declared, fix)) };
    }
  };
}

/** None where the new id is taken. */
function everywhere({ codebook, importers }: CheckSubject, declared: Use, fix: Fix): readonly Fix[] {
  const newText = fix.edits[0]?.newText ?? declared.name;
  const isTaken = codebook.models.flatMap(declaredNames).some((use) => isSame(use, { ...declared, name: newText }));
  if (isTaken) return [];
  const uses = [codebook, ...importers].flatMap(usesOf).filter((use) => isSame(use, declared));
  return [{ ...fix, edits: uses.map(({ place }) => ({ place, newText })) }];
}

function isSame(use: Use, declared: Pick<Use, 'kind' | 'name' | 'owner'>): boolean {
  if (use.kind !== declared.kind || use.name !== declared.name) return false;
  return use.owner?.kind === declared.owner?.kind && use.owner?.id === declared.owner?.id;
}
