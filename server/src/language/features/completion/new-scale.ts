import { isLegalId } from '../../schema';
import { insertMember, quoteText, startIn } from '../../syntax';
import { shift } from '../../text/span';
import { writeScalar } from './edit';
import type { Pool } from './pools';
import type { Completion, CompletionPlace } from './types';
import { completionWords } from './words';

/** For a scale that nothing declares: the name as it is, and the scale at the end of `scales` with its categories to fill in. */
export function newScalePools(place: CompletionPlace): readonly Pool[] {
  const id = place.cursor.scalar?.text ?? '';
  if (!isLegalId(id) || place.codebook.scales.has(id)) return [];
  const completion = newScale(place, id);
  return completion === undefined ? [] : [{ ids: [id], labelOf: () => '', complete: () => completion }];
}

function newScale(place: CompletionPlace, id: string): Completion | undefined {
  const syntax = place.snapshot.files.get(place.file);
  const key = quoteText(id);
  const [first, second] = [1, 2].map((code) => `{code: ${code}, label: ${emptyText(place)}}`);
  const added =
    syntax === undefined
      ? undefined
      : insertMember(syntax, 'scales', {
          key,
          flow: `{categories: {first: ${first}, second: ${second}}}`,
          lines: [`${key}:`, '  categories:', `    first: ${first}`, `    second: ${second}`],
        });
  const start = added === undefined || syntax === undefined ? undefined : startIn(syntax, added.place.entry);
  if (added === undefined || start === undefined) return undefined;
  const words = completionWords(place.language);
  return {
    label: words.createScale(id),
    kind: 'scale',
    detail: words.newScale,
    documentation: '',
    edit: writeScalar(place, id),
    others: [{ span: shift(added.place.span, start), newText: added.newText }],
    filter: id,
  };
}

/** A text to be filled in, in each language. */
export function emptyText({ codebook }: CompletionPlace, mark = ''): string {
  const texts = codebook.languages.map((language) => `${language}: "${mark}"`);
  return texts.length > 1 ? `{${texts.join(', ')}}` : `"${mark}"`;
}
