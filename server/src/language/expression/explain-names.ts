import type { Phrases } from './phrases';
import type { Option, Reading, TypedExpression } from './typed';
import type { ExpressionType, Labels, Scope } from './types';

/** For whom a reading is written. */
export interface Reader {
  readonly scope: Scope;
  readonly language: string;
  readonly phrases: Phrases;
  /** How a battery is spoken of: by its label, item by item, or as all its items. */
  readonly batteries: 'label' | 'each' | 'all';
}

/** The label of a variable, or of an item with its question. */
export function nameText(reader: Reader, { variable: id, item, type }: Reading): string {
  const variable = reader.scope.variable(id);
  const label = inSentence(reader, labelOf(reader, variable?.labels, id));
  if (item !== undefined) {
    const labels = variable === undefined || !Object.hasOwn(variable.itemLabels, item) ? undefined : variable.itemLabels[item];
    return reader.phrases.item(quoted(reader, labelOf(reader, labels, item)), label);
  }
  if (type.kind !== 'vector' || reader.batteries === 'label') return label;
  return reader.batteries === 'each' ? reader.phrases.eachItemOf(label) : reader.phrases.itemsOf(type.items.length, label);
}

export function optionText(reader: Reader, option: Option): string {
  switch (option.kind) {
    case 'category':
      return answerText(reader, labelOf(reader, option.category.labels, option.category.id));
    case 'group':
      return answerText(reader, labelOf(reader, option.group.labels, option.group.id));
    case 'value':
      return valueText(reader, option.value);
  }
}

export function constantText(reader: Reader, value: number | string | boolean, type: ExpressionType): string {
  if (type.kind === 'date') return String(value);
  const category = type.kind === 'category' ? type.scale.categories.find((one) => one.id === value) : undefined;
  return category === undefined ? valueText(reader, value) : optionText(reader, { kind: 'category', category });
}

export function valueText(reader: Reader, value: number | string | boolean): string {
  if (typeof value === 'boolean') return value ? reader.phrases.yes : reader.phrases.no;
  if (typeof value === 'string') return quoted(reader, value);
  return String(value).replace('.', reader.phrases.decimalPoint);
}

/** Yes or no of what is spoken of, by the word the codebook has for it where that is another than the language's own. */
export function yesNoText(reader: Reader, subject: TypedExpression, isYes: boolean): string {
  const { phrases, language } = reader;
  const plain = isYes ? phrases.yes : phrases.no;
  const answers = subject.kind === 'reading' ? reader.scope.variable(subject.variable)?.yesNo : undefined;
  const labels = answers?.[isYes ? 'yes' : 'no'] ?? {};
  const own = Object.hasOwn(labels, language) ? labels[language] : undefined;
  return own === undefined || own.toLowerCase() === plain.toLowerCase() ? plain : quoted(reader, own);
}

export function quoted({ phrases }: Reader, text: string): string {
  return `${phrases.quotes[0]}${text}${phrases.quotes[1]}`;
}

/** The label in the reader's language, else in the first that has one, else the id. */
function labelOf({ language }: Reader, labels: Labels | undefined, id: string): string {
  if (labels === undefined) return id;
  return (Object.hasOwn(labels, language) ? labels[language] : Object.values(labels)[0]) ?? id;
}

/** A long label, or one with punctuation, would run into the sentence around it: it stands in quotes. */
function inSentence(reader: Reader, label: string): string {
  const isPlain = label.split(/\s+/).length <= 5 && !/[.,:;?!()]/.test(label);
  return isPlain ? label : quoted(reader, label);
}

/** So does an answer of several words. */
function answerText(reader: Reader, label: string): string {
  return /[\s.,:;?!()]/.test(label) ? quoted(reader, label) : label;
}
