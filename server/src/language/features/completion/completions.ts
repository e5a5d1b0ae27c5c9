import type { ExplainLanguage } from '../../expression';
import { schemaAt } from '../../schema';
import type { SchemaPlace } from '../../schema/place';
import { cursorAt } from '../../syntax';
import type { Cursor } from '../../syntax/cursor-spot';
import { codebookOf, type Snapshot } from '../../workspace';
import { completeExpression } from './expression';
import { completeKeys } from './keys';
import { completeCrossing, completeNames } from './names';
import type { Completion, CompletionPlace } from './types';
import { completeValues } from './values';

/** What may stand at an offset, best first. Editors filter by what is typed; here nothing is. */
export function completionsAt(
  snapshot: Snapshot,
  file: string,
  offset: number,
  language: ExplainLanguage,
): readonly Completion[] {
  const syntax = snapshot.files.get(file);
  const codebook = codebookOf(snapshot, file);
  if (syntax === undefined || codebook === undefined) return [];
  const place = { snapshot, file, codebook, cursor: cursorAt(syntax, offset), offset, language };
  const completions = completeExpression(place) ?? completeCrossing(place) ?? completeSpot(place);
  return completions.map((completion) => withOpeningQuote(place, completion));
}

/** Where a quoted text is replaced, what is typed begins with its quote. */
function withOpeningQuote({ cursor, snapshot, file }: CompletionPlace, completion: Completion): Completion {
  const { start } = completion.edit.span;
  const quote = snapshot.files.get(file)?.text[start] ?? '';
  const isQuoted = start === cursor.replace.start && cursor.scalar !== undefined && cursor.scalar.style !== 'plain';
  return isQuoted && /["']/.test(quote) ? { ...completion, filter: quote + completion.filter } : completion;
}

function completeSpot(place: CompletionPlace): readonly Completion[] {
  const { cursor } = place;
  switch (cursor.spot) {
    case 'comment':
    case 'none':
      return [];
    case 'key':
      return completeWord(place);
    case 'new-key':
      return cursor.map === undefined
        ? [...completeNothingYet(place), ...keysIn(place, cursor.path)]
        : keysIn(place, cursor.path);
    case 'value':
    case 'new-value':
      return valuesAt(place, schemaAt(cursor.path));
  }
}

/** A word alone below a key may become a key or be a value; the word itself is the last step of the path. */
function completeWord(place: CompletionPlace): readonly Completion[] {
  const parent = place.cursor.path.slice(0, -1);
  const asValue = place.cursor.map === undefined ? valuesAt(place, schemaAt(parent)) : [];
  return [...asValue, ...keysIn(place, parent)];
}

/** Below a key that has no value yet a value may stand too, where only a value can. */
function completeNothingYet(place: CompletionPlace): readonly Completion[] {
  const schema = schemaAt(place.cursor.path);
  return schema?.forms.includes('map') === true || place.cursor.path.length === 0 ? [] : valuesAt(place, schema);
}

function keysIn(place: CompletionPlace, path: Cursor['path']): readonly Completion[] {
  const schema = schemaAt(path);
  return schema === undefined ? [] : completeKeys(place, schema, path);
}

function valuesAt(place: CompletionPlace, schema: SchemaPlace | undefined): readonly Completion[] {
  if (schema === undefined) return [];
  return [...completeValues(place, schema), ...completeNames(place, schema)];
}
