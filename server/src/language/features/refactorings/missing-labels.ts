import { emptyTexts } from '../../checks/fixes/empty-texts';
import { mapsIn } from '../../checks/text/text-maps';
import { together } from '../../checks/text/words';
import type { PlacedEdit } from '../../problem';
import type { Entry } from '../../syntax/entry';
import { inFiles } from './sources';
import type { Refactoring, Selected } from './types';

/** Empty texts in the languages that texts lack: of one entry, and of the whole file where its languages are declared. */
export function missingLabels({ snapshot, syntax, codebook, entry, language }: Selected): readonly Refactoring[] {
  const { languages } = codebook;
  const tags = together(languages);
  if (entry.section === 'languages') {
    const all = syntax.entries.flatMap((placed) => lackingTexts(placed.entry, languages));
    return rewrite(
      language === 'sv' ? `Lägg till tomma texter på ${tags} i hela filen` : `Add empty texts in ${tags} to the whole file`,
      all,
    );
  }
  return rewrite(
    language === 'sv' ? `Lägg till tomma texter på ${tags} här` : `Add empty texts in ${tags} here`,
    lackingTexts(entry, languages),
  );

  function rewrite(title: string, edits: readonly PlacedEdit[]): readonly Refactoring[] {
    const found = edits.length === 0 ? undefined : inFiles(snapshot, edits);
    return found === undefined ? [] : [{ kind: 'rewrite', title, edits: found }];
  }
}

function lackingTexts(entry: Entry, languages: readonly string[]): readonly PlacedEdit[] {
  if (entry.problems.length > 0) return [];
  return mapsIn(entry)
    .filter(({ isText }) => isText)
    .flatMap(({ map }) => emptyTexts(entry.text, map, languages))
    .map(({ span, newText }) => ({ place: { entry, span }, newText }));
}
