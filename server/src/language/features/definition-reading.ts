import { explainUnknown } from '../expression';
import type { Codebook, ResolvedIndicator, Variable } from '../model/codebook';
import type { DerivedCategory, DerivedDeclaration, LocalizedText, Name } from '../model/declarations';
import { labelIn, labelsOf } from '../model/labels';
import { expressionText } from './base-sentence';
import type { Words } from './words';

/** A text of the codebook in a language, else in another; `''` where there is none. */
export function textIn(codebook: Codebook, text: LocalizedText | undefined, language: string): string {
  return labelIn(labelsOf([text], codebook.languages), language, '');
}

/** How a derived variable is made, line by line. `language` is that of the labels. */
export function derivedReading(
  codebook: Codebook,
  derived: DerivedDeclaration,
  language: string,
  words: Words,
): readonly string[] {
  const { value, categories, of, otherwise, unknown } = derived;
  const rule = unknown === undefined ? [] : [explainUnknown(unknown, words.language)];
  if (value !== undefined) return [valueReading(codebook, derived, words), ...rule];
  const merged = of === undefined ? undefined : codebook.variables.get(of.text);
  const name = (category: DerivedCategory) =>
    labelIn(labelsOf([category.label], codebook.languages), language, category.id.text);
  if (of !== undefined) {
    const lines = categories.map(
      (category) => `${name(category)}: ${(category.of ?? []).map((one) => answer(merged, one, language)).join(', ')}`,
    );
    return [words.merges(merged === undefined ? of.text : labelIn(merged.labels, language, of.text)), ...lines];
  }
  const lines = categories.flatMap((category) =>
    category.when === undefined ? [] : [`${name(category)}: ${expressionText(codebook, category.when, 'derived', words)}`],
  );
  const last = categories.find((category) => category.id.text === otherwise?.text);
  return [words.classes, ...lines, ...(last === undefined ? [] : [`${name(last)}: ${words.otherwise}`]), ...rule];
}

function valueReading(codebook: Codebook, { id, value }: DerivedDeclaration, words: Words): string {
  if (value === undefined) return '';
  const reading = expressionText(codebook, value, 'derived', words);
  const isCondition = codebook.variables.get(id.text)?.type?.kind === 'yes_no';
  return isCondition ? words.yesFor(reading) : `${reading.charAt(0).toUpperCase()}${reading.slice(1)}.`;
}

function answer(variable: Variable | undefined, { text }: Name, language: string): string {
  const parts = [...(variable?.scale?.categories ?? []), ...(variable?.scale?.groups ?? [])];
  const part = parts.find(({ id }) => id === text);
  return part === undefined ? text : labelIn(part.labels, language, text);
}

/** What an indicator measures, in a sentence. */
export function indicatorReading(codebook: Codebook, { declaration }: ResolvedIndicator, words: Words): string {
  const { measure, of, per } = declaration;
  if (measure === undefined) return '';
  const read = (text: typeof of) => (text === undefined ? '' : expressionText(codebook, text, 'indicator_of', words));
  return `${words.measure[measure](read(of), read(per))}.`;
}
