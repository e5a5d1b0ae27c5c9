import type { Fix } from '../../problem';
import { quoteText } from '../../syntax';
import type { Entry, Place } from '../../syntax/entry';
import type { MapNode } from '../../syntax/tree';
import { code } from '../../text/code';
import { nearest } from '../../text/nearest';
import type { Check, CheckSubject, FileNow, Finding } from '../check';
import { addListed, changeTo, offered } from '../fixes/edits';
import { isInCutText } from '../text/flow-rests';
import { isLanguageTag, mapsIn } from '../text/text-maps';
import { textOutline } from '../text/text-outline';

export const unknownLanguage: Check = {
  code: 'unknown-language',
  severity: 'error',
  title: 'Language that is not declared',
  doc: {
    why: 'A text in a language that `languages` does not declare is never shown. Declare the language, or change the key to one that is declared.',
    wrong: `codebook: example
languages: [sv, en]
questions:
  satisfied: {text: {sv: Är du nöjd?, en: Are you satisfied?, fi: Oletko tyytyväinen?}, type: text}
`,
    right: `codebook: example
languages: [sv, en, fi]
questions:
  satisfied: {text: {sv: Är du nöjd?, en: Are you satisfied?, fi: Oletko tyytyväinen?}, type: text}
`,
  },
  run: findUnknown,
};

/** Each language once for a file, however many texts it has: the cause is one. */
function* findUnknown(subject: CheckSubject): Iterable<Finding> {
  const { languages } = subject.surroundings;
  if (languages.length === 0) return;
  for (const { tag, place, free } of subject.entries.flatMap((entry) => foreignTexts(subject, entry, languages))) {
    yield {
      place,
      expected: `The language of a text must be one that \`languages\` declares: ${languages.map(code).join(', ')}.`,
      found: `${code(tag)} is not declared`,
      fixes: nearest(tag, free).map((newText) => changeTo(newText, place)),
      fixesIn: (now) => declaration(now, tag),
      cause: tag,
    };
  }
}

/** Behind the languages that the file itself declares. */
function declaration({ codebook }: FileNow, tag: string): readonly Fix[] {
  const last = codebook.own.header.languages.at(-1);
  return last === undefined || !isLanguageTag(tag) ? [] : offered(`Declare \`${tag}\``, addListed(last.place, quoteText(tag)));
}

interface ForeignText {
  readonly tag: string;
  readonly place: Place;
  /** Declared languages that the text does not have. */
  readonly free: readonly string[];
}

function foreignTexts(subject: CheckSubject, entry: Entry, languages: readonly string[]): readonly ForeignText[] {
  if (textOutline(entry).tags?.every((tag) => languages.includes(tag)) === true) return [];
  return mapsIn(entry).flatMap(({ map, isText, place: form }) =>
    (isText ? map.pairs : []).flatMap(({ key, value }): readonly ForeignText[] => {
      const place = { entry, span: key.span };
      // Where an entry may have keys of its own beside its text, a word that is no language is an unknown key.
      if (form !== undefined && form.keys.length > 0 && !isLanguageTag(key.text)) return [];
      // A key that is still being typed, and what a comma made a key of, are told by checks of their own.
      const isUnfinished = key.text === '' || value.kind === 'empty' || isInCutText(subject, place);
      return languages.includes(key.text) || isUnfinished
        ? []
        : [{ tag: key.text, place, free: freeLanguages(map, languages) }];
    }),
  );
}

function freeLanguages({ pairs }: MapNode, languages: readonly string[]): readonly string[] {
  return languages.filter((tag) => !pairs.some(({ key }) => key.text === tag));
}
