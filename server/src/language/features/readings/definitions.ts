import { explainSubject, explainUnknown } from '../../expression';
import { checkedExpression } from '../../model/checked';
import type { Codebook, ResolvedIndicator, Variable } from '../../model/codebook';
import type { DerivedCategory, DerivedDeclaration, ExpressionText, Name } from '../../model/declarations';
import { labelIn, labelsOf, yesNoWords } from '../../model/labels';
import { scopeFor } from '../../model/scope';
import type { Words } from '../words';
import { expressionText } from './bases';
import { closed, textIn } from './texts';

/** How a derived variable is made, in plain words. */
export interface DerivedReading {
  /** A whole sentence, or what leads in the parts. */
  readonly lead: string;
  /** The categories in turn, without full stops. */
  readonly parts: readonly string[];
  /** What items without a known answer count as; `''` where nothing is counted. */
  readonly rule: string;
}

/** `language` is that of the labels. */
export function derivedReading(
  codebook: Codebook,
  derived: DerivedDeclaration,
  language: string,
  words: Words,
): DerivedReading {
  const { value, of, unknown } = derived;
  const rule = unknown === undefined ? '' : explainUnknown(unknown, words.language);
  const naming: Naming = { codebook, language, words };
  if (value !== undefined) return { lead: valueReading(naming, derived), parts: [], rule };
  return of === undefined
    ? { lead: words.classes, parts: classParts(naming, derived), rule }
    : { ...mergeReading(naming, derived, of), rule };
}

interface Naming {
  readonly codebook: Codebook;
  readonly language: string;
  readonly words: Words;
}

function mergeReading({ codebook, language, words }: Naming, { categories }: DerivedDeclaration, of: Name) {
  const merged = codebook.variables.get(of.text);
  const parts = categories.map((category) => {
    const answers = (category.of ?? []).map((one) => answer(merged, one, language));
    return `${categoryName(codebook, category, language)}: ${answers.join(', ')}`;
  });
  return { lead: words.merges(labelIn(merged?.labels ?? {}, language, of.text)), parts };
}

function classParts({ codebook, language, words }: Naming, { categories, otherwise }: DerivedDeclaration): readonly string[] {
  const parts = categories.flatMap((category) =>
    category.when === undefined
      ? []
      : [`${categoryName(codebook, category, language)}: ${expressionText(codebook, category.when, 'derived', words)}`],
  );
  const last = categories.find((category) => category.id.text === otherwise?.text);
  return last === undefined ? parts : [...parts, `${categoryName(codebook, last, language)}: ${words.otherwise}`];
}

function categoryName(codebook: Codebook, category: DerivedCategory, language: string): string {
  return labelIn(labelsOf([category.label], codebook.languages), language, category.id.text);
}

function valueReading({ codebook, language, words }: Naming, { id, value, categories }: DerivedDeclaration): string {
  if (value === undefined) return '';
  const reading = expressionText(codebook, value, 'derived', words);
  const isCondition = codebook.variables.get(id.text)?.type?.kind === 'yes_no';
  const yes = textIn(codebook, categories.find((category) => category.id.text === 'yes')?.label, language);
  const isOwn = yes !== '' && yes.toLowerCase() !== yesNoWords.yes[words.language].toLowerCase();
  return isCondition
    ? closed(words.yesFor(reading, isOwn ? yes : undefined))
    : closed(`${reading.charAt(0).toUpperCase()}${reading.slice(1)}`);
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
  const subject = measure === 'distribution' && of !== undefined ? subjectText(codebook, of, words) : undefined;
  return closed(words.measure[measure](subject ?? read(of), read(per)));
}

/** A distribution is of a question, not of its yes. */
function subjectText(codebook: Codebook, of: ExpressionText, words: Words): string {
  const { typed } = checkedExpression(codebook, of, 'indicator_of').checked;
  return explainSubject(typed, scopeFor(codebook, 'indicator_of'), words.language);
}
