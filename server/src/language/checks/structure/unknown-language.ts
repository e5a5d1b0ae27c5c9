import { code } from '../../schema/subject';
import type { MapNode } from '../../syntax/tree';
import { nearest } from '../../text/nearest';
import type { Check, CheckSubject, Finding } from '../check';
import { isInCutText } from '../text/flow-rests';
import { isLanguageTag, languagesOf, mapsIn } from '../text/text-maps';

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

function* findUnknown(subject: CheckSubject): Iterable<Finding> {
  const languages = languagesOf(subject);
  if (languages.length === 0) return;
  for (const { entry } of subject.syntax.entries) {
    for (const { map, isText, place: form } of mapsIn(entry)) {
      for (const { key, value } of isText ? map.pairs : []) {
        // Where an entry may have keys of its own beside its text, a word that is no language is an unknown key.
        if (form !== undefined && form.keys.length > 0 && !isLanguageTag(key.text)) continue;
        const place = { entry, span: key.span };
        // A key that is still being typed, and what a comma made a key of, are told by checks of their own.
        const isUnfinished = key.text === '' || value.kind === 'empty' || isInCutText(subject, place);
        if (languages.includes(key.text) || isUnfinished) continue;
        const similar = nearest(key.text, freeLanguages(map, languages));
        yield {
          place,
          expected: `The language of a text must be one that \`languages\` declares: ${languages.map(code).join(', ')}.`,
          found: `${code(key.text)} is not declared`,
          fixes: similar.map((tag) => ({
            title: `Change to \`${tag}\``,
            safe: false,
            edits: [{ place, newText: tag }],
          })),
        };
      }
    }
  }
}

function freeLanguages({ pairs }: MapNode, languages: readonly string[]): readonly string[] {
  return languages.filter((tag) => !pairs.some(({ key }) => key.text === tag));
}
