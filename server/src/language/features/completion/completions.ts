import type { ExplainLanguage } from '../../expression';
import { schemaAt } from '../../schema';
import { cursorAt, type NodePath } from '../../syntax';
import { codebookOf, type Snapshot } from '../../workspace';
import { answerPools } from './answers';
import { cursorForEdits, hasRoom } from './cursor';
import { betweenEntries, entryPools } from './entries';
import { expressionOffer } from './expression';
import { keyPools } from './keys';
import { crossingPools, namePools, typedName } from './names';
import { partPools } from './parts';
import { bestOf, type Offer, type Pool } from './pools';
import { suppressionOffer } from './suppressed';
import type { Completion, CompletionPlace, Completions } from './types';
import { valuePools } from './values';

/** What may stand at an offset, best first. `dataFiles` are the files that could be named as the data. */
export function completionsAt(
  snapshot: Snapshot,
  file: string,
  offset: number,
  language: ExplainLanguage,
  dataFiles: readonly string[] = [],
): Completions {
  const syntax = snapshot.files.get(file);
  const codebook = codebookOf(snapshot, file);
  if (syntax === undefined || codebook === undefined) return { items: [], isCut: false };
  const place = { snapshot, file, codebook, cursor: cursorAt(syntax, offset), offset, language, dataFiles };
  const { items, isCut } = bestOf(offerAt(place));
  return { items: items.map((item) => withOpeningQuote(place, item)), isCut };
}

function offerAt(place: CompletionPlace): Offer {
  if (place.cursor.spot === 'comment') return suppressionOffer(place);
  return expressionOffer(place) ?? crossingOffer(place) ?? spotOffer(place);
}

function crossingOffer(place: CompletionPlace): Offer | undefined {
  const pools = crossingPools(place);
  return pools === undefined ? undefined : { pools, typed: '' };
}

function spotOffer(place: CompletionPlace): Offer {
  const cursor = cursorForEdits(place.cursor);
  if (cursor === undefined) return { pools: [], typed: '' };
  const safe = { ...place, cursor };
  return { pools: poolsAt(safe), typed: typedName(typedText(safe)) };
}

/** What stands between the start of what is replaced and the cursor, without its quote. */
function typedText({ cursor, offset }: CompletionPlace): string {
  const { entry, start } = cursor.placed;
  return entry.text.slice(cursor.replace.start - start, offset - start).replace(/^["']/, '');
}

/** Where a quoted text is replaced, what is typed begins with its quote. */
function withOpeningQuote({ cursor }: CompletionPlace, completion: Completion): Completion {
  const { start } = completion.edit.span;
  const isQuoted = start === cursor.replace.start && cursor.scalar !== undefined && cursor.scalar.style !== 'plain';
  const quote = isQuoted ? (cursor.placed.entry.text[start - cursor.placed.start] ?? '') : '';
  return /["']/.test(quote) ? { ...completion, filter: quote + completion.filter } : completion;
}

function poolsAt(place: CompletionPlace): readonly Pool[] {
  const { cursor } = place;
  switch (cursor.spot) {
    case 'comment':
    case 'none':
      return [];
    case 'key':
      return hasRoom(place) ? wordPools(place) : [];
    case 'new-key':
      return [...(hasRoom(place) ? newKeyPools(place) : []), ...betweenEntries(place)];
    case 'value':
    case 'new-value':
      return valuesAt(place, cursor.path);
  }
}

/** A word alone below a key may become a key or be a value; the word itself is the last step of the path. */
function wordPools(place: CompletionPlace): readonly Pool[] {
  const parent = place.cursor.path.slice(0, -1);
  return [...(place.cursor.map === undefined ? valuesAt(place, parent) : []), ...keysIn(place, parent)];
}

/** Below a key that has no value yet a value may stand too, where only a value can. */
function newKeyPools(place: CompletionPlace): readonly Pool[] {
  const { path, map } = place.cursor;
  const isMap = map !== undefined || path.length === 0 || schemaAt(path)?.forms.includes('map') === true;
  return [...(isMap ? [] : valuesAt(place, path)), ...keysIn(place, path)];
}

function keysIn(place: CompletionPlace, path: NodePath): readonly Pool[] {
  const schema = schemaAt(path);
  return schema === undefined ? [] : [...keyPools(place, schema, path), ...entryPools(place, path), ...partPools(place, path)];
}

function valuesAt(place: CompletionPlace, path: NodePath): readonly Pool[] {
  const schema = schemaAt(path);
  return schema === undefined
    ? []
    : [...valuePools(place, schema, path), ...namePools(place, schema, path), ...answerPools(place)];
}
