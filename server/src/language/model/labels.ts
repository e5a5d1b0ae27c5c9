import type { Labels } from '../expression/types';
import { emptyRecord } from '../text/records';
import type { LocalizedText } from './declarations';

/**
 * Texts as labels by language tag. Each language takes the first text that has it (a plain string has every language), else
 * the text of another language, so that a table never lacks a header because one translation does. `{}` without any text;
 * where no languages are declared, as written.
 */
export function labelsOf(texts: Texts, languages: readonly string[]): Labels {
  const tags = languages.length > 0 ? languages : tagsIn(texts);
  const labels = emptyRecord<string>();
  for (const tag of tags) {
    const text = exact(texts, tag) ?? (languages.length > 0 ? fallback(texts, languages) : undefined);
    if (text !== undefined) labels[tag] = text;
  }
  return labels;
}

/** The label in a language, else in any other, else the id. */
export function labelIn(labels: Labels, language: string, id: string): string {
  return labels[language] ?? labels[''] ?? Object.values(labels)[0] ?? id;
}

type Texts = readonly (LocalizedText | undefined)[];

function tagsIn(texts: Texts): readonly string[] {
  return [...new Set(texts.flatMap((text) => Object.keys(text?.byLanguage ?? {})))];
}

function exact(texts: Texts, tag: string): string | undefined {
  for (const text of texts) {
    const name = text?.byLanguage[tag] ?? text?.byLanguage[''];
    if (name !== undefined) return name.text;
  }
  return undefined;
}

function fallback(texts: Texts, languages: readonly string[]): string | undefined {
  for (const language of languages) {
    const text = exact(texts, language);
    if (text !== undefined) return text;
  }
  return texts.flatMap((text) => Object.values(text?.byLanguage ?? {}))[0]?.text;
}

/** What yes and no are called where the codebook gives no words of its own. */
export const yesNoWords = { yes: { sv: 'Ja', en: 'Yes' }, no: { sv: 'Nej', en: 'No' } } as const;

export function yesNoLabels(answer: 'yes' | 'no', languages: readonly string[]): Labels {
  return Object.fromEntries(languages.map((tag) => [tag, yesNoWords[answer][ownLanguage(tag)]]));
}

/** The product's own words are Swedish for Swedish, in whatever country, and English for any other language. */
export function ownLanguage(tag: string): 'sv' | 'en' {
  return /^sv\b/.test(tag) ? 'sv' : 'en';
}
