import { type Compared, listed, type Phrases } from './phrases';
import type { Arithmetic, ComparisonOperator } from './typed';
import type { BaseLevel, MissingKind, UnknownRule } from './value';

export const english: Phrases = {
  yes: 'Yes',
  no: 'No',
  and: 'and',
  or: 'or',
  quotes: ['“', '”'],
  decimalPoint: '.',
  item: (item, question) => `${item} (${question})`,
  relation: (operator, compared, several) => `${several ? 'are' : 'is'} ${relations[compared][operator]}`.trimEnd(),
  isOneOf: (options, negated, several) => {
    const verb = several ? 'are' : 'is';
    if (!negated) return `${verb} ${listed('or', options)}`;
    return options.length === 1 ? `${verb} not ${options[0]}` : `${verb} neither ${options.join(' nor ')}`;
  },
  level: levelInEnglish,
  kind: (kind) => kindsInEnglish[kind],
  score: (subject, several) => `the ${several ? 'scores' : 'score'} of ${subject}`,
  minus: (number) => `minus ${number}`,
  arithmetic: (operator) => operations[operator],
  quantity: (operator, k, items) => `${quantities[operator]} ${k} of ${items}`,
  whole: (aggregate, negated, items) => {
    if (aggregate === 'any') return `${negated ? 'none' : 'at least one'} of ${items}`;
    return `${negated ? 'not ' : ''}all ${items}`;
  },
  forItems: (quantity, condition) => `for ${quantity} items it holds that ${condition}`,
  these: (items) => `these ${items}`,
  hold: (quantity, conditions) => `${quantity} hold: ${conditions}`,
  number: (subject, predicate) => `the number of ${subject} that ${predicate}`,
  numberOfItems: (condition) => `the number of items for which ${condition}`,
  numberOfThese: (these, conditions) => `how many of ${these} hold: ${conditions}`,
  over: (aggregate, numbers) => `the ${aggregate} of ${numbers}`,
  eachItemOf: (subject) => `the item of ${subject}`,
  forEach: (items) => `(${items} ${items === 1 ? 'item' : 'items'})`,
  itemsOf: (items, subject) => `the ${items} items of ${subject}`,
  unknown: unknownInEnglish,
};

const relations: Readonly<Record<Compared, Readonly<Record<ComparisonOperator, string>>>> = {
  number: { '=': '', '!=': 'not', '<': 'less than', '<=': 'at most', '>': 'more than', '>=': 'at least' },
  category: { '=': '', '!=': 'not', '<': 'lower than', '<=': 'at most', '>': 'higher than', '>=': 'at least' },
  date: { '=': '', '!=': 'not', '<': 'before', '<=': 'on or before', '>': 'after', '>=': 'on or after' },
  same: {
    '=': 'the same as',
    '!=': 'not the same as',
    '<': 'less than',
    '<=': 'at most',
    '>': 'more than',
    '>=': 'at least',
  },
};

const quantities: Readonly<Record<ComparisonOperator, string>> = {
  '=': 'exactly',
  '!=': 'not exactly',
  '<': 'fewer than',
  '<=': 'at most',
  '>': 'more than',
  '>=': 'at least',
};

const operations: Readonly<Record<Arithmetic['operator'], string>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'divided by',
};

/** Missing kinds as people call them. */
export const kindsInEnglish: Readonly<Record<MissingKind, string>> = {
  dont_know: 'don’t know',
  not_applicable: 'not applicable',
  refused: 'refused',
  item_nonresponse: 'no answer',
  invalid: 'invalid',
  not_asked: 'not asked',
  undetermined: 'undetermined',
};

function levelInEnglish(level: BaseLevel, negated: boolean, several: boolean): string {
  if (level === 'substantive') return `${several ? 'have' : 'has'} ${negated ? 'no' : 'an'} answer in substance`;
  return `${several ? 'were' : 'was'}${negated ? ' not' : ''} ${level}`;
}

function unknownInEnglish({ rule, minValid, dontKnow, notAsked }: UnknownRule): readonly string[] {
  const sentences: string[] = [];
  if (dontKnow === 'as_no') sentences.push('A don’t know counts as no.');
  if (notAsked === 'as_no') sentences.push('An item that was not asked counts as no.');
  if (rule !== 'min_valid') sentences.push(rules[rule]);
  if (minValid !== undefined) {
    sentences.push(
      `Only respondents with a known answer to at least ${minValid} ${minValid === 1 ? 'item' : 'items'} are included.`,
    );
  }
  return sentences;
}

const rules: Readonly<Record<Exclude<UnknownRule['rule'], 'min_valid'>, string>> = {
  as_no: 'An item without a known answer counts as no.',
  determinable: 'Only respondents whose result the items without a known answer can’t change are included.',
  complete: 'Only respondents with a known answer to every item are included.',
  prorate: 'The count or sum over the items with a known answer is scaled up to all items.',
};
