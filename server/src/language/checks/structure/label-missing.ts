import type { Fix } from '../../problem';
import type { Entry, Place } from '../../syntax/entry';
import type { MapNode } from '../../syntax/tree';
import type { Check, CheckSubject, Finding } from '../check';
import { inEntry, offered } from '../fixes/edits';
import { emptyTexts } from '../fixes/empty-texts';
import { isDamaged } from '../text/damaged';
import { flowRestsIn } from '../text/flow-rests';
import { isWithoutText, mapsIn, type PlacedMap } from '../text/text-maps';
import { textOutline } from '../text/text-outline';
import { together } from '../text/words';

export const labelMissing: Check = {
  code: 'label-missing',
  severity: 'error',
  title: 'Text missing in a language',
  doc: {
    why: 'A table in a language that lacks a label shows another language in the middle of it. A text given by language must exist in every language that `languages` declares; a single text without languages stands for all.',
    wrong: `codebook: example
languages: [sv, en]
questions:
  satisfied: {text: {sv: Är du nöjd?}, type: text}
`,
    right: `codebook: example
languages: [sv, en]
questions:
  satisfied: {text: {sv: Är du nöjd?, en: Are you satisfied?}, type: text}
`,
  },
  run: findMissing,
};

function* findMissing(subject: CheckSubject): Iterable<Finding> {
  const { languages } = subject.surroundings;
  for (const text of subject.entries.flatMap((entry) => soundTexts(subject, entry, languages))) {
    if (text.lacking.length === 0) continue;
    const { tags } = subject.surroundings;
    const [elsewhere, nowhere] = [true, false].map((there) => text.lacking.filter((tag) => tags.includes(tag) === there));
    if (elsewhere !== undefined && elsewhere.length > 0) yield findingOf(text, elsewhere, languages);
    // A language that no text of the file has is one cause, told at the first text.
    if (nowhere !== undefined && nowhere.length > 0) yield { ...findingOf(text, nowhere, languages), cause: together(nowhere) };
  }
}

function findingOf(text: SoundText, lacking: readonly string[], languages: readonly string[]): Finding {
  return {
    place: text.place,
    expected: `A text given by language must exist in ${together(languages)}.`,
    found: `there is no text in ${together(lacking)}`,
    fixes: toFillIn(text, lacking),
  };
}

/** An empty text is missing as before, but has its place. */
function toFillIn({ place: { entry }, map }: SoundText, lacking: readonly string[]): readonly Fix[] {
  const edits = emptyTexts(entry.text, map, lacking).map((edit) => inEntry(entry, edit));
  return offered(`Add ${together(lacking)} to fill in`, edits);
}

interface SoundText {
  readonly place: Place;
  readonly map: MapNode;
  readonly lacking: readonly string[];
}

/** The texts by language of an entry that could be read whole; none of an entry where nothing is missing. */
function soundTexts(subject: CheckSubject, entry: Entry, languages: readonly string[]): readonly SoundText[] {
  if (isComplete(entry, languages)) return [];
  const unfinished = flowRestsIn(subject, entry).flatMap((rest) => (rest.kind === 'without-value' ? [] : [rest.pair]));
  return mapsIn(entry)
    .filter(({ isText, map }) => isText && !unfinished.some((pair) => map.pairs.includes(pair)))
    .filter(({ map, owner }) => !isDamaged({ entry, span: owner?.span ?? map.span }))
    .map((text) => ({ place: placeOf(entry, text), map: text.map, lacking: lackingLanguages(text, languages) }));
}

function isComplete(entry: Entry, languages: readonly string[]): boolean {
  const { tags } = textOutline(entry);
  return tags !== undefined && (tags.length === 0 || languages.every((tag) => tags.includes(tag)));
}

/** A key without a text behind it is no text. */
function lackingLanguages({ map }: PlacedMap, languages: readonly string[]): readonly string[] {
  const isEmpty = (tag: string) => {
    const pair = map.pairs.find(({ key }) => key.text === tag);
    return pair === undefined || isWithoutText(pair);
  };
  return languages.filter(isEmpty);
}

function placeOf(entry: Entry, { map, owner }: PlacedMap): Place {
  return { entry, span: owner?.key.span ?? map.span };
}
