import type { FunctionName } from './tree';
import type { AggregateName } from './typed';
import type { UnknownRule } from './value';

/** What each function of the language is for. One table, used by checking, completion and hovers. */
export interface FunctionInfo {
  readonly name: FunctionName;
  /** How it is called. */
  readonly signature: string;
  /** `aggregate`: over several values, only in `derived`. `test`: yes or no about being asked or answered. */
  readonly kind: 'aggregate' | 'score' | 'test' | 'kind';
  /** What its arguments must be. */
  readonly takes: 'conditions' | 'numbers' | 'category' | 'anything';
  readonly meaning: { readonly en: string; readonly sv: string };
}

export const functions: readonly FunctionInfo[] = [
  {
    name: 'count',
    signature: 'count(condition, …)',
    kind: 'aggregate',
    takes: 'conditions',
    meaning: { en: 'How many of the items are yes.', sv: 'Hur många av delfrågorna som är ja.' },
  },
  {
    name: 'any',
    signature: 'any(condition, …)',
    kind: 'aggregate',
    takes: 'conditions',
    meaning: { en: 'Whether at least one of the items is yes.', sv: 'Om minst en av delfrågorna är ja.' },
  },
  {
    name: 'all',
    signature: 'all(condition, …)',
    kind: 'aggregate',
    takes: 'conditions',
    meaning: { en: 'Whether every item is yes.', sv: 'Om alla delfrågor är ja.' },
  },
  {
    name: 'sum',
    signature: 'sum(number, …)',
    kind: 'aggregate',
    takes: 'numbers',
    meaning: { en: 'The sum of the numbers.', sv: 'Summan av talen.' },
  },
  {
    name: 'mean',
    signature: 'mean(number, …)',
    kind: 'aggregate',
    takes: 'numbers',
    meaning: { en: 'The mean of the numbers, for each respondent.', sv: 'Medelvärdet av talen, för varje svarande.' },
  },
  {
    name: 'score',
    signature: 'score(question)',
    kind: 'score',
    takes: 'category',
    meaning: { en: 'The score of the answer on its scale.', sv: 'Svarets poäng på skalan.' },
  },
  {
    name: 'asked',
    signature: 'asked(question)',
    kind: 'test',
    takes: 'anything',
    meaning: { en: 'Whether the respondent was asked. Never missing.', sv: 'Om den svarande fick frågan. Saknas aldrig.' },
  },
  {
    name: 'answered',
    signature: 'answered(question)',
    kind: 'test',
    takes: 'anything',
    meaning: {
      en: 'Whether there is an answer; a don’t know is one. Never missing.',
      sv: 'Om det finns ett svar; vet ej är ett svar. Saknas aldrig.',
    },
  },
  {
    name: 'substantive',
    signature: 'substantive(question)',
    kind: 'test',
    takes: 'anything',
    meaning: {
      en: 'Whether there is an answer in substance, so no don’t know. Never missing.',
      sv: 'Om det finns ett svar i sak, alltså inte vet ej. Saknas aldrig.',
    },
  },
  {
    name: 'kind',
    signature: 'kind(question) = dont_know',
    kind: 'kind',
    takes: 'anything',
    meaning: {
      en: 'Why a value is missing: compare it with a kind. Never missing itself.',
      sv: 'Varför ett värde saknas: jämför med ett slag av bortfall. Saknas aldrig självt.',
    },
  },
];

const byName: ReadonlyMap<string, FunctionInfo> = new Map(functions.map((one) => [one.name, one]));

export function functionNamed(name: string): FunctionInfo | undefined {
  return byName.get(name);
}

/** The `unknown` rules that make sense for a function. A sum treats a missing number as 0 under `as_no`; a mean can't. */
export function rulesFor(aggregate: AggregateName): readonly UnknownRule['rule'][] {
  switch (aggregate) {
    case 'sum':
      return ['as_no', 'complete', 'prorate', 'min_valid'];
    case 'mean':
      return ['complete', 'min_valid'];
    default:
      return ['as_no', 'determinable', 'complete', 'prorate', 'min_valid'];
  }
}
