import { english } from './explain-en';
import { type Reader, read } from './explain-names';
import { swedish } from './explain-sv';
import type { Phrases } from './phrases';
import type { Aggregate, Comparison, ComparisonOperator, Logic, TypedExpression } from './typed';
import type { Scope } from './types';
import type { UnknownRule } from './value';

export type ExplainLanguage = 'en' | 'sv';

/**
 * The plain reading of an expression, with labels in place of names: "at least 4 of 7 Innovation activities are Yes". A
 * piece of a sentence, without a capital or a full stop. What was not understood reads "…". Negations are carried inwards,
 * which changes nothing in three-valued logic: `not count(a = yes) >= 4` reads "fewer than 4 of 7 …".
 */
export function explain(typed: TypedExpression, scope: Scope, language: ExplainLanguage): string {
  const reader = { scope, language, phrases: phrasesOf(language) };
  return isCondition(typed) ? condition(reader, typed, false) : number(reader, typed);
}

/** What items without a known answer count as, in whole sentences. */
export function explainUnknown(rule: UnknownRule, language: ExplainLanguage): string {
  return phrasesOf(language).unknown(rule).join(' ');
}

function phrasesOf(language: ExplainLanguage): Phrases {
  return language === 'sv' ? swedish : english;
}

function isCondition({ kind, type }: TypedExpression): boolean {
  const of = type.kind === 'vector' ? type.of : type;
  return of.kind === 'yes_no' && kind !== 'constant';
}

function condition(reader: Reader, typed: TypedExpression, negated: boolean): string {
  switch (typed.kind) {
    case 'not':
      return condition(reader, typed.operand, !negated);
    case 'logic':
      return joined(reader, typed, negated);
    case 'aggregate':
      return wholeOf(reader, typed, negated);
    case 'comparison': {
      const count = countCompared(typed);
      if (count !== undefined) return quantified(reader, count, negated);
      return `${subject(reader, typed.left)} ${predicate(reader, typed, negated, false)}`;
    }
    case 'one_of':
    case 'level':
    case 'kind':
      return `${subject(reader, typed.operand)} ${predicate(reader, typed, negated, false)}`;
    case 'reading':
      return `${subject(reader, typed)} ${predicate(reader, typed, negated, false)}`;
    case 'constant':
      return read.constant(reader, typed.value === !negated, typed.type);
    default:
      return '…';
  }
}

/** What is said of a subject, from the verb on. */
function predicate(reader: Reader, typed: TypedExpression, negated: boolean, several: boolean): string {
  const { phrases } = reader;
  switch (typed.kind) {
    case 'reading':
      return `${phrases.is(false, several)} ${negated ? phrases.no : phrases.yes}`;
    case 'comparison':
      return compared(reader, typed, negated, several);
    case 'one_of': {
      const options = read.list(
        phrases.or,
        typed.options.map((option) => read.option(reader, option)),
      );
      return `${phrases.is(typed.negated !== negated, several)} ${options}`;
    }
    case 'level':
      return phrases.level(typed.level, negated, several);
    case 'kind': {
      const kinds = typed.kinds.map((kind) => read.quoted(reader, phrases.kind(kind)));
      return `${phrases.is(typed.negated !== negated, several)} ${read.list(phrases.or, kinds)}`;
    }
    default:
      return '…';
  }
}

function compared(reader: Reader, { left, operator: written, right }: Comparison, negated: boolean, several: boolean): string {
  const operator = negated ? opposite(written) : written;
  const { phrases } = reader;
  if (right.kind === 'constant' && typeof right.value === 'boolean') {
    return `${phrases.is(false, several)} ${right.value === (operator === '=') ? phrases.yes : phrases.no}`;
  }
  const of = left.type.kind === 'vector' ? left.type.of : left.type;
  const isAlike = right.kind !== 'constant' && (operator === '=' || operator === '!=');
  const manner = isAlike ? 'same' : of.kind === 'category' || of.kind === 'date' ? of.kind : 'number';
  return `${phrases.relation(operator, manner, several)} ${subject(reader, right)}`;
}

/** The same `and` or `or` over and over is one list; a tighter part that would be misread stands in parentheses. */
function joined(reader: Reader, logic: Logic, negated: boolean): string {
  const operator = (logic.operator === 'and') !== negated ? 'and' : 'or';
  const parts = flatten(logic, logic.operator).map((part) => {
    const text = condition(reader, part, negated);
    return part.kind === 'logic' || (part.kind === 'not' && part.operand.kind === 'logic') ? `(${text})` : text;
  });
  return read.list(reader.phrases[operator], parts);
}

function flatten(typed: TypedExpression, operator: 'and' | 'or'): readonly TypedExpression[] {
  if (typed.kind !== 'logic' || typed.operator !== operator) return [typed];
  return [...flatten(typed.left, operator), ...flatten(typed.right, operator)];
}

interface CountCompared {
  readonly count: Aggregate;
  readonly operator: ComparisonOperator;
  readonly k: number;
}

function countCompared({ left, operator, right }: Comparison): CountCompared | undefined {
  const isCount = left.kind === 'aggregate' && left.function === 'count';
  return isCount && right.kind === 'constant' && typeof right.value === 'number'
    ? { count: left, operator, k: right.value }
    : undefined;
}

function quantified(reader: Reader, { count, operator, k }: CountCompared, negated: boolean): string {
  const said = negated ? opposite(operator) : operator;
  const number = read.number(reader, k);
  return counted(reader, count, (items) => reader.phrases.quantity(said, number, items));
}

function wholeOf(reader: Reader, aggregate: Aggregate, negated: boolean): string {
  const { function: name } = aggregate;
  if (name !== 'any' && name !== 'all') return '…';
  return counted(reader, aggregate, (items) => reader.phrases.whole(name, negated, items));
}

/** How many of the items are so: of one battery, of one battery under a longer condition, or of several conditions. */
function counted(reader: Reader, aggregate: Aggregate, quantity: (items: string) => string): string {
  const { phrases } = reader;
  const [only, ...others] = aggregate.parts;
  if (only === undefined || others.length > 0 || only.type.kind !== 'vector') {
    return phrases.hold(quantity(phrases.these(aggregate.items)), listed(reader, aggregate));
  }
  const items = quantity(String(aggregate.items));
  const battery = subjectOf(only);
  if (battery === undefined) return phrases.forItems(items, condition(reader, only, false));
  return `${items} ${subject(reader, battery)} ${predicate(reader, only, false, true)}`;
}

function listed(reader: Reader, aggregate: Aggregate): string {
  return aggregate.parts.map((part) => condition(reader, part, false)).join('; ');
}

/** What a simple condition speaks of, where it can be said with one verb. */
function subjectOf(typed: TypedExpression): TypedExpression | undefined {
  if (typed.kind === 'reading') return typed;
  if (typed.kind === 'comparison') return typed.left.kind === 'reading' ? typed.left : undefined;
  const hasSubject = typed.kind === 'one_of' || typed.kind === 'level' || typed.kind === 'kind';
  return hasSubject && typed.operand.kind === 'reading' ? typed.operand : undefined;
}

/** A value inside a sentence; a condition or a calculation is kept together by parentheses. */
function subject(reader: Reader, typed: TypedExpression): string {
  if (typed.kind === 'reading' || typed.kind === 'constant') return number(reader, typed);
  if (isCondition(typed)) return `(${condition(reader, typed, false)})`;
  return typed.kind === 'arithmetic' ? `(${number(reader, typed)})` : number(reader, typed);
}

function number(reader: Reader, typed: TypedExpression): string {
  const { phrases } = reader;
  switch (typed.kind) {
    case 'constant':
      return read.constant(reader, typed.value, typed.type);
    case 'reading':
      return read.name(reader, typed);
    case 'minus':
      return phrases.minus(subject(reader, typed.operand));
    case 'arithmetic':
      return `${subject(reader, typed.left)} ${phrases.arithmetic(typed.operator)} ${subject(reader, typed.right)}`;
    case 'score':
      return phrases.score(read.name(reader, typed.operand));
    case 'aggregate':
      return amount(reader, typed);
    default:
      return '…';
  }
}

function amount(reader: Reader, aggregate: Aggregate): string {
  const { phrases } = reader;
  const { function: name, parts } = aggregate;
  if (name === 'sum' || name === 'mean') {
    const numbers = parts.map((part) => {
      const text = subject(reader, part);
      return part.type.kind === 'vector' ? phrases.itemsOf(part.type.items.length, text) : text;
    });
    return phrases.over(name, read.list(phrases.and, numbers));
  }
  const [only, ...others] = parts;
  if (only === undefined || others.length > 0 || only.type.kind !== 'vector') {
    return phrases.numberOfThese(phrases.these(aggregate.items), listed(reader, aggregate));
  }
  const battery = subjectOf(only);
  if (battery === undefined) return phrases.numberOfItems(condition(reader, only, false));
  return phrases.number(subject(reader, battery), predicate(reader, only, false, true));
}

function opposite(operator: ComparisonOperator): ComparisonOperator {
  const opposites = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;
  return opposites[operator];
}
