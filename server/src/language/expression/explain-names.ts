import type { Phrases } from './phrases';
import type { Option, Reading } from './typed';
import type { ExpressionType, Labels, Scope } from './types';

/** For whom a reading is written. */
export interface Reader {
  readonly scope: Scope;
  readonly language: string;
  readonly phrases: Phrases;
}

/** Names, categories and numbers as they stand in a sentence. */
export const read = { name, option, constant, number, list, quoted };

/** The label of a variable, or of an item with its question. */
function name(reader: Reader, { variable: id, item }: Reading): string {
  const variable = reader.scope.variable(id);
  const label = inSentence(reader, labelOf(reader, variable?.labels, id));
  if (item === undefined) return label;
  const labels = variable === undefined || !Object.hasOwn(variable.itemLabels, item) ? undefined : variable.itemLabels[item];
  return reader.phrases.item(quoted(reader, labelOf(reader, labels, item)), label);
}

function option(reader: Reader, option: Option): string {
  switch (option.kind) {
    case 'category':
      return inSentence(reader, labelOf(reader, option.category.labels, option.category.id));
    case 'group':
      return inSentence(reader, labelOf(reader, option.group.labels, option.group.id));
    case 'value':
      return plain(reader, option.value);
  }
}

function constant(reader: Reader, value: number | string | boolean, type: ExpressionType): string {
  if (type.kind === 'date') return String(value);
  const category = type.kind === 'category' ? type.scale.categories.find((one) => one.id === value) : undefined;
  return category === undefined ? plain(reader, value) : option(reader, { kind: 'category', category });
}

function plain(reader: Reader, value: number | string | boolean): string {
  if (typeof value === 'boolean') return value ? reader.phrases.yes : reader.phrases.no;
  return typeof value === 'number' ? number(reader, value) : quoted(reader, value);
}

function number(reader: Reader, value: number): string {
  return String(value).replace('.', reader.phrases.decimalPoint);
}

/** "a", "a and b", "a, b and c" */
function list(conjunction: string, parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${conjunction} ${parts.at(-1)}`;
}

function quoted({ phrases }: Reader, text: string): string {
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
