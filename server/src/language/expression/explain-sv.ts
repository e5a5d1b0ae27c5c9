import { type Compared, listed, type Phrases } from './phrases';
import type { Arithmetic, ComparisonOperator } from './typed';
import type { BaseLevel, MissingKind, UnknownRule } from './value';

export const swedish: Phrases = {
  yes: 'Ja',
  no: 'Nej',
  and: 'och',
  or: 'eller',
  quotes: ['”', '”'],
  decimalPoint: ',',
  item: (item, question) => `${item} (${question})`,
  relation: (operator, compared) => `är ${relations[compared][operator]}`.trimEnd(),
  isOneOf: (options, negated) => {
    if (!negated) return `är ${listed('eller', options)}`;
    return options.length === 1 ? `är inte ${options[0]}` : `är varken ${listed('eller', options)}`;
  },
  level: levelInSwedish,
  kind: (kind) => kindsInSwedish[kind],
  score: (subject) => `poängen för ${subject}`,
  minus: (number) => `minus ${number}`,
  arithmetic: (operator) => operations[operator],
  quantity: (operator, k, items) => `${quantities[operator]} ${k} av ${items}`,
  whole: (aggregate, negated, items) => {
    if (aggregate === 'any') return `${negated ? 'ingen' : 'minst en'} av ${items}`;
    return `${negated ? 'inte ' : ''}alla ${items}`;
  },
  forItems: (quantity, condition) => `för ${quantity} delfrågor gäller att ${condition}`,
  these: (items) => `dessa ${items}`,
  hold: (quantity, conditions) => `${quantity} gäller: ${conditions}`,
  number: (subject, predicate) => `antalet ${subject} som ${predicate}`,
  numberOfItems: (condition) => `antalet delfrågor där ${condition}`,
  numberOfThese: (these, conditions) => `hur många av ${these} som gäller: ${conditions}`,
  over: (aggregate, numbers) => `${aggregate === 'sum' ? 'summan' : 'medelvärdet'} av ${numbers}`,
  eachItemOf: (subject) => `delfrågan i ${subject}`,
  forEach: (items) => `(${items} ${items === 1 ? 'delfråga' : 'delfrågor'})`,
  itemsOf: (items, subject) => `de ${items} delfrågorna i ${subject}`,
  unknown: unknownInSwedish,
};

const relations: Readonly<Record<Compared, Readonly<Record<ComparisonOperator, string>>>> = {
  number: { '=': '', '!=': 'inte', '<': 'mindre än', '<=': 'högst', '>': 'större än', '>=': 'minst' },
  category: { '=': '', '!=': 'inte', '<': 'lägre än', '<=': 'högst', '>': 'högre än', '>=': 'minst' },
  date: { '=': '', '!=': 'inte', '<': 'före', '<=': 'senast', '>': 'efter', '>=': 'tidigast' },
  same: {
    '=': 'detsamma som',
    '!=': 'inte detsamma som',
    '<': 'mindre än',
    '<=': 'högst',
    '>': 'större än',
    '>=': 'minst',
  },
};

const quantities: Readonly<Record<ComparisonOperator, string>> = {
  '=': 'exakt',
  '!=': 'inte exakt',
  '<': 'färre än',
  '<=': 'högst',
  '>': 'fler än',
  '>=': 'minst',
};

const operations: Readonly<Record<Arithmetic['operator'], string>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'gånger',
  '/': 'delat med',
};

/** Missing kinds as people call them. */
export const kindsInSwedish: Readonly<Record<MissingKind, string>> = {
  dont_know: 'vet ej',
  not_applicable: 'ej aktuellt',
  refused: 'vill ej svara',
  item_nonresponse: 'ej svar',
  invalid: 'ogiltigt svar',
  not_asked: 'ej tillfrågad',
  undetermined: 'obestämt',
};

function levelInSwedish(level: BaseLevel, negated: boolean): string {
  switch (level) {
    case 'asked':
      return negated ? 'ställdes inte' : 'ställdes';
    case 'answered':
      return negated ? 'besvarades inte' : 'besvarades';
    case 'substantive':
      return negated ? 'saknar svar i sak' : 'har ett svar i sak';
  }
}

function unknownInSwedish({ rule, minValid, dontKnow, notAsked }: UnknownRule): readonly string[] {
  const sentences: string[] = [];
  if (dontKnow === 'as_no') sentences.push('Vet ej räknas som nej.');
  if (notAsked === 'as_no') sentences.push('En delfråga som inte har ställts räknas som nej.');
  if (rule !== 'min_valid') sentences.push(rules[rule]);
  if (minValid !== undefined) {
    sentences.push(`Bara svarande med känt svar på minst ${minValid} ${minValid === 1 ? 'delfråga' : 'delfrågor'} räknas med.`);
  }
  return sentences;
}

const rules: Readonly<Record<Exclude<UnknownRule['rule'], 'min_valid'>, string>> = {
  as_no: 'En delfråga utan känt svar räknas som nej.',
  determinable: 'Bara svarande vars utfall inte kan ändras av delfrågor utan känt svar räknas med.',
  complete: 'Bara svarande med känt svar på alla delfrågor räknas med.',
  prorate: 'Antalet eller summan över delfrågorna med känt svar räknas upp till alla delfrågor.',
};
