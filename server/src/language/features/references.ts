import type { FilePlace, Snapshot } from '../workspace';
import { placeOfUse, usesMeaning } from './meaning';
import { nameAt } from './name-at';

/**
 * Every place that means what the name at an offset means, in all files that can see it, in expressions and in the keys of
 * published numbers too; in the order of the files.
 */
export function referencesAt(snapshot: Snapshot, file: string, offset: number, withDeclaration: boolean): readonly FilePlace[] {
  const name = nameAt(snapshot, file, offset);
  if (name === undefined) return [];
  return usesMeaning(snapshot, name)
    .filter(({ use }) => withDeclaration || !use.declares)
    .flatMap((meant) => placeOfUse(snapshot, meant) ?? []);
}
