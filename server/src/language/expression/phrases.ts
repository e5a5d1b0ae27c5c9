import type { AggregateName, Arithmetic, ComparisonOperator } from './typed';
import type { BaseLevel, MissingKind, UnknownRule } from './value';

/** How a language says what expressions are made of. Parts are given as finished words; each answer is a piece of a sentence. */
export interface Phrases {
  readonly yes: string;
  readonly no: string;
  readonly and: string;
  readonly or: string;
  readonly quotes: readonly [string, string];
  readonly decimalPoint: string;
  /** An item with its question. */
  readonly item: (item: string, question: string) => string;
  /** "is at least", before what it is compared with. Several things, as the items of a battery, may need another verb. */
  readonly relation: (operator: ComparisonOperator, compared: Compared, several: boolean) => string;
  /** "is", before a category; "is neither … nor …". */
  readonly isOneOf: (options: readonly string[], negated: boolean, several: boolean) => string;
  /** What a subject does under `asked`, `answered`, `substantive`. */
  readonly level: (level: BaseLevel, negated: boolean, several: boolean) => string;
  readonly kind: (kind: MissingKind) => string;
  /** The score of a question, or the scores of several items. */
  readonly score: (subject: string, several: boolean) => string;
  readonly minus: (number: string) => string;
  readonly arithmetic: (operator: Arithmetic['operator']) => string;
  /** "at least 4 of 7": how many, before the subject. */
  readonly quantity: (operator: ComparisonOperator, k: string, items: string) => string;
  /** "all 7", "none of 7": `any` and `all` before the subject. */
  readonly whole: (aggregate: 'any' | 'all', negated: boolean, items: string) => string;
  /** A condition that is looked at for each item: "for at least 4 of 7 items it holds that …". */
  readonly forItems: (quantity: string, condition: string) => string;
  /** So many conditions that are counted together, as a number of things: "these 3". */
  readonly these: (items: number) => string;
  /** "at least 2 of these 3 hold: …" */
  readonly hold: (quantity: string, conditions: string) => string;
  /** The count as a number. */
  readonly number: (subject: string, predicate: string) => string;
  readonly numberOfItems: (condition: string) => string;
  readonly numberOfThese: (these: string, conditions: string) => string;
  /** A sum or mean of a list of numbers. */
  readonly over: (aggregate: Extract<AggregateName, 'sum' | 'mean'>, numbers: string) => string;
  /** A battery, where a condition is looked at item by item. */
  readonly eachItemOf: (subject: string) => string;
  /** How many conditions one of a list stands for: "(7 items)". */
  readonly forEach: (items: number) => string;
  /** All items of a battery. */
  readonly itemsOf: (items: number, subject: string) => string;
  /** Sentences. */
  readonly unknown: (rule: UnknownRule) => readonly string[];
}

/** What is compared: amounts, places on an ordered scale, days, or whether two values are the same. */
export type Compared = 'number' | 'category' | 'date' | 'same';

/** "a", "a and b", "a, b and c" */
export function listed(conjunction: string, parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${conjunction} ${parts.at(-1)}`;
}
