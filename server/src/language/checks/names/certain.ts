import type { Codebook, NameKind, Owner, Use } from '../../model/codebook';
import { usesIn } from '../../model/uses';
import type { Entry } from '../../syntax/entry';
import type { CheckSubject } from '../check';
import { structureOf } from '../structure/structure-of';
import { isDamaged } from '../text/damaged';

/**
 * Whether it can be told that nothing declares a name of this kind: every import is there, and the text that would declare it
 * could be read. Else the name may well stand where nothing can be read, and the cause is told there.
 */
export function isCertain({ codebook, surroundings }: CheckSubject, kind: NameKind, owner: Owner | undefined): boolean {
  if (owner !== undefined) return !isBroken(codebook, owner);
  if (!surroundings.importsAreThere || surroundings.mayHideImport) return false;
  return !(sectionsOf[kind] ?? []).some((section) => surroundings.lost.includes(section));
}

const sectionsOf: Partial<Readonly<Record<NameKind, readonly string[]>>> = {
  stage: ['stages'],
  frame: ['frames'],
  scale: ['scales'],
  variable: ['questions', 'derived'],
  indicator: ['indicators'],
};

/** Whether the entry that would declare a category or item can't be read whole. */
function isBroken(codebook: Codebook, { kind, id }: Owner): boolean {
  const declaration = kind === 'scale' ? codebook.scales.get(id) : codebook.variables.get(id)?.declaration;
  return declaration !== undefined && isUnsure(declaration.entry);
}

/** Whether a name is read as it was meant: its own text is sound, and so is what decides whether it is an item or a category. */
export function isReadAsMeant(codebook: Codebook, { owner, place }: Use): boolean {
  return !isDamaged(place) && (owner === undefined || !restsOnBroken(codebook, place.entry));
}

/** What the keys of a figure mean hangs on its indicator and on the variables these name. */
function restsOnBroken(codebook: Codebook, entry: Entry): boolean {
  if (isUnsure(entry)) return true;
  return usesIn(codebook, entry).some((use) => {
    if (use.declares) return false;
    const variable = use.kind === 'variable' ? codebook.variables.get(use.name)?.declaration : undefined;
    const indicator = use.kind === 'indicator' ? codebook.indicators.get(use.name) : undefined;
    if (variable !== undefined) return isUnsure(variable.entry);
    return indicator !== undefined && indicator.entry !== entry && restsOnBroken(codebook, indicator.entry);
  });
}

/** Damaged, or with parts under keys that are misspelt. */
function isUnsure(entry: Entry): boolean {
  const isDamagedText = entry.problems.some(({ code }) => code !== 'duplicate-key');
  return isDamagedText || structureOf(entry).some(({ code }) => code === 'unknown-key' || code === 'wrong-type');
}
