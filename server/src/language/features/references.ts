import { bind } from '../model/bind';
import type { Codebook, Use } from '../model/codebook';
import { usesOf } from '../model/uses';
import type { Place } from '../syntax/entry';
import { codebookFiles, codebookOf, type FilePlace, locate, type Snapshot } from '../workspace';
import { nameAt } from './name-at';

/**
 * Every place that means what the name at an offset means, in all files that can see it, in expressions and in the keys of
 * published numbers too; in the order of the files.
 */
export function referencesAt(snapshot: Snapshot, file: string, offset: number, withDeclaration: boolean): readonly FilePlace[] {
  const name = nameAt(snapshot, file, offset);
  if (name === undefined) return [];
  const meant = meaningOf(name.codebook, name.use);
  const found = codebookFiles(snapshot).flatMap((other) => {
    const codebook = codebookOf(snapshot, other);
    if (codebook === undefined) return [];
    return usesOf(codebook).filter(
      (use) => isLike(use, name.use) && (withDeclaration || !use.declares) && means(codebook, use, meant),
    );
  });
  return [...new Set(found)].flatMap((use) => locate(snapshot, use.place) ?? []);
}

type Meaning = { readonly places: readonly Place[]; readonly file: string | undefined; readonly codebook: Codebook };

function meaningOf(codebook: Codebook, use: Use): Meaning {
  const binding = bind(codebook, use);
  return binding.kind === 'found'
    ? { places: binding.to.places, file: binding.to.file, codebook }
    : { places: [], file: undefined, codebook };
}

/** Names are compared before they are bound: few are alike. A file is named by different paths. */
function isLike(use: Use, other: Use): boolean {
  return use.kind === other.kind && (use.kind === 'file' || use.name === other.name);
}

/** A name that no place declares, as the `yes` of a condition, is the same within its codebook and owner alone. */
function means(codebook: Codebook, use: Use, meant: Meaning): boolean {
  const own = meaningOf(codebook, use);
  if (meant.file !== undefined) return own.file === meant.file;
  if (meant.places.length === 0) return false;
  return own.places.some((place) => meant.places.includes(place));
}
