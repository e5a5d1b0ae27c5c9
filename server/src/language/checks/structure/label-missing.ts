import type { Entry, Place } from '../../syntax/entry';
import type { Check, CheckSubject, Finding } from '../check';
import { isDamaged } from '../text/damaged';
import { flowRests } from '../text/flow-rests';
import { languagesOf, mapsIn, type PlacedMap } from '../text/text-maps';
import { together } from '../text/words';

export const labelMissing: Check = {
  code: 'label-missing',
  severity: 'error',
  title: 'Text missing in a language',
  doc: {
    why: 'A table in a language that lacks a label shows another language in the middle of it. Each text by language must be there in every language that `languages` declares; one text without languages stands for all.',
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
  const languages = languagesOf(subject);
  const unfinished = new Set(flowRests(subject).flatMap((rest) => (rest.kind === 'without-value' ? [] : [rest.pair])));
  for (const { entry } of subject.syntax.entries) {
    for (const text of mapsIn(entry)) {
      const lacking = lackingLanguages(text, languages);
      if (!text.isText || lacking.length === 0 || text.map.pairs.some((pair) => unfinished.has(pair))) continue;
      if (isDamaged({ entry, span: text.owner?.span ?? text.map.span })) continue;
      yield {
        place: placeOf(entry, text),
        expected: `A text by language must be there in ${together(languages)}.`,
        found: `there is no text in ${together(lacking)}`,
      };
    }
  }
}

/** A key without a text behind it is no text. */
function lackingLanguages({ map }: PlacedMap, languages: readonly string[]): readonly string[] {
  const isEmpty = (tag: string) => {
    const value = map.pairs.find(({ key }) => key.text === tag)?.value;
    return value === undefined || value.kind === 'empty' || (value.kind === 'scalar' && value.text === '');
  };
  return languages.filter(isEmpty);
}

function placeOf(entry: Entry, { map, owner }: PlacedMap): Place {
  return { entry, span: owner?.key.span ?? map.span };
}
