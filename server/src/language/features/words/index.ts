import type { ExplainLanguage } from '../../expression';
import { ownLanguage } from '../../model/labels';
import { english } from './en';
import { swedish } from './sv';
import type { Words } from './words';

export type { Words } from './words';

/** The product's own words for a reader of a language. */
export function wordsFor(language: string): Words {
  return inOwnLanguage[ownLanguage(language)];
}

const inOwnLanguage: Readonly<Record<ExplainLanguage, Words>> = { sv: swedish, en: english };
