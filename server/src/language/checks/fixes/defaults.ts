import type { PlacedEdit } from '../../problem';
import { insertPair, mapPair } from '../../syntax';
import { insertHeader } from '../../syntax/section-edits';
import type { FileNow } from '../check';
import { inEntry } from './edits';

/** States something for all of a file under `defaults`, which it gets where it has none. */
export function addDefault({ codebook, syntax }: FileNow, key: string, source: string): readonly PlacedEdit[] {
  const entry = codebook.header.defaults?.place.entry;
  const defaults = entry === undefined ? undefined : mapPair(entry.root, 'defaults')?.value;
  if (entry !== undefined) {
    return defaults?.kind === 'map' ? [inEntry(entry, insertPair(entry.text, defaults, key, source))] : [];
  }
  const edit = insertHeader(syntax, 'defaults', `{${key}: ${source}}`);
  return edit === undefined ? [] : [edit];
}
