import type { ExplainLanguage } from '../../expression';
import type { Codebook } from '../../model/codebook';
import type { Name } from '../../model/declarations';
import { locate, type Snapshot } from '../../workspace';
import { ledgerLine } from '../numbers/ledger';
import { numbersLine } from '../numbers/line';
import { countText } from '../numbers/text';
import { type Page, pageOf, shareTables } from '../page';
import { referencesAt } from '../references';
import { aidWords } from '../words/aids';
import type { Lens, LensSubject, LensTitle } from './types';

/** What a lens says: this is what is counted and computed, for the lenses that are seen. `undefined` once its subject is gone. */
export function lensTitle(
  snapshot: Snapshot,
  file: string,
  { kind, subject }: Pick<Lens, 'kind' | 'subject'>,
  language: ExplainLanguage,
): LensTitle | undefined {
  const page = pageOf(snapshot, file, language);
  const name = page && declaredName(page.codebook, subject);
  if (page === undefined || name === undefined) return undefined;
  switch (kind) {
    case 'uses':
      return usesTitle(page, name, subject);
    case 'numbers':
      return plain(numbersTitle(page, subject));
    case 'published':
      return plain(publishedTitle(page, subject.id));
    case 'preview':
      return plain(aidWords[language].preview);
  }
}

function plain(text: string): LensTitle {
  return { text, places: [] };
}

function declaredName(
  { scales, questions, derived, indicators, figures }: Codebook,
  { kind, id }: LensSubject,
): Name | undefined {
  switch (kind) {
    case 'scale':
      return scales.get(id)?.id;
    case 'question':
      return questions.get(id)?.id;
    case 'derived':
      return derived.get(id)?.id;
    case 'indicator':
      return indicators.get(id)?.id;
    case 'figure':
      return figures.get(id)?.id;
  }
}

function usesTitle({ snapshot, words }: Page, name: Name, { kind }: LensSubject): LensTitle {
  const declared = locate(snapshot, name.place);
  const places = declared === undefined ? [] : referencesAt(snapshot, declared.file, declared.span.start, false);
  const { uses, unpublished } = aidWords[words.language];
  const isUnpublished = kind === 'indicator' && places.length === 0;
  return { text: isUnpublished ? unpublished : uses(places.length, countText(places.length, words)), places };
}

function publishedTitle(page: Page, figure: string): string {
  const comparison = ledgerLine(page, figure);
  return comparison === '' ? '' : aidWords[page.words.language].published(comparison);
}

function numbersTitle(page: Page, { kind, id }: LensSubject): string {
  if (kind === 'scale' || kind === 'figure') return '';
  const [table] = shareTables(page, { kind, id });
  return table === undefined ? page.words.noNumber.definition_broken : numbersLine(page, table);
}
