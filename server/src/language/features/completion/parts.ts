import { type MissingKind, missingKinds } from '../../expression/value';
import { schemaAt } from '../../schema';
import type { NodePath } from '../../syntax';
import { codesInData, writtenCode } from './codes';
import { freeId, hasColon, stop, template, writeTemplate } from './edit';
import { emptyText } from './new-scale';
import { type Pool, poolOf } from './pools';
import type { Completion, CompletionKind, CompletionPlace } from './types';
import { completionWords } from './words';

/** Whole categories, missing answers, groups and items with places to fill in: one for each code of the data that has none yet. */
export function partPools(place: CompletionPlace, path: NodePath): readonly Pool[] {
  const declares = path.length < 3 || hasColon(place) ? undefined : schemaAt(path)?.membersDeclare;
  switch (declares) {
    case 'category':
      return path[0] === 'derived' ? [poolOf([derivedCategory(place)])] : [poolOf([...coded(place, ''), category(place)])];
    case 'missing':
      return [poolOf([...missingAnswers(place), ...coded(place, `, kind: ${stop('item_nonresponse')}`)])];
    case 'group':
      return [poolOf([part(place, 'group', `${begin(place, 'both')}: {label: ${text(place)}, of: [${stop()}]}`)])];
    case 'item':
      return [poolOf([part(place, 'item', `${begin(place, 'first')}: ${text(place)}`)])];
    default:
      return [];
  }
}

function part(place: CompletionPlace, name: string, marked: string, kind: CompletionKind = 'entry', said?: string): Completion {
  const detail = said ?? completionWords(place.language).entries[name] ?? '';
  return { label: name, kind, detail, documentation: '', ...writeTemplate(place, template(marked)), filter: name };
}

/** An id to be replaced, which the map does not have. */
function begin({ cursor }: CompletionPlace, base: string): string {
  return stop(freeId(base, (id) => cursor.map?.pairs.some(({ key }) => key.text === id) === true));
}

function text(place: CompletionPlace): string {
  return emptyText(place, stop());
}

function category(place: CompletionPlace): Completion {
  return part(place, 'category', `${begin(place, 'first')}: {code: ${stop()}, label: ${text(place)}}`);
}

function coded(place: CompletionPlace, kind: string): readonly Completion[] {
  const { free, detailOf } = codesInData(place);
  return free.map((code) =>
    part(
      place,
      code,
      `${begin(place, 'new')}: {code: ${writtenCode(code, true)}${kind}, label: ${text(place)}}`,
      'code',
      detailOf(code),
    ),
  );
}

function derivedCategory(place: CompletionPlace): Completion {
  const isMerge = place.codebook.derived.get(String(place.cursor.path[1]))?.of !== undefined;
  const meaning = isMerge ? `of: [${stop()}]` : `when: ${stop()}`;
  return part(place, 'category', `${begin(place, 'first')}: {label: ${text(place)}, ${meaning}}`);
}

function missingAnswers(place: CompletionPlace): readonly Completion[] {
  const present = new Set(place.cursor.map?.pairs.map(({ key }) => key.text));
  return missingKinds.flatMap((kind: MissingKind) =>
    kind === 'undetermined' || present.has(kind)
      ? []
      : [
          part(
            place,
            kind,
            `${kind}: {code: ${stop()}, kind: ${kind}, label: ${text(place)}}`,
            'entry',
            completionWords(place.language).entries.missing,
          ),
        ],
  );
}
