import { aggregatePhrase, amountPhrase, countCompared, quantifiedPhrase, type Sayings } from './explain-counts';
import { english } from './explain-en';
import { constantText, nameText, optionText, quoted, type Reader, yesNoText } from './explain-names';
import { swedish } from './explain-sv';
import { listed, type Phrases } from './phrases';
import type { Comparison, ComparisonOperator, Logic, Reading, TypedExpression } from './typed';
import type { Scope } from './types';
import { single } from './types';
import type { UnknownRule } from './value';

export type ExplainLanguage = 'en' | 'sv';

/**
 * The plain reading of an expression, with labels in place of names: "at least 4 of 7 Innovation activities are Yes". A
 * piece of a sentence, without a capital or a full stop. What was not understood reads "…". Negations are carried inwards,
 * which changes nothing in three-valued logic: `not count(a = yes) >= 4` reads "fewer than 4 of 7 …".
 */
export function explain(typed: TypedExpression, scope: Scope, language: ExplainLanguage): string {
  const reader: Reader = { scope, language, phrases: phrasesOf(language), batteries: 'label' };
  return isCondition(typed) ? condition(reader, typed, false) : number(reader, typed);
}

/** The same of what is divided among answers: a yes/no question is named, and not said to be yes. */
export function explainSubject(typed: TypedExpression, scope: Scope, language: ExplainLanguage): string {
  const reader: Reader = { scope, language, phrases: phrasesOf(language), batteries: 'label' };
  return typed.kind === 'reading' ? nameText(reader, typed) : explain(typed, scope, language);
}

/** What items without a known answer count as, in whole sentences. */
export function explainUnknown(rule: UnknownRule, language: ExplainLanguage): string {
  return phrasesOf(language).unknown(rule).join(' ');
}

function phrasesOf(language: ExplainLanguage): Phrases {
  return language === 'sv' ? swedish : english;
}

function isCondition({ kind, type }: TypedExpression): boolean {
  const of = single(type);
  return of.kind === 'yes_no' && kind !== 'constant';
}

const sayings: Sayings = { condition, predicate, number, subjectOf };

function condition(reader: Reader, typed: TypedExpression, negated: boolean): string {
  switch (typed.kind) {
    case 'not':
      return condition(reader, typed.operand, !negated);
    case 'logic':
      return joined(reader, typed, negated);
    case 'aggregate':
      return aggregatePhrase(reader, typed, negated, sayings);
    case 'comparison': {
      const count = countCompared(typed, negated ? opposite(typed.operator) : typed.operator);
      if (count !== undefined) return quantifiedPhrase(reader, count, sayings);
      return `${number(reader, typed.left)} ${predicate(reader, typed, negated, isSeveral(reader, typed.left))}`;
    }
    case 'one_of':
    case 'level':
    case 'kind':
      return `${number(reader, typed.operand)} ${predicate(reader, typed, negated, isSeveral(reader, typed.operand))}`;
    case 'reading':
      return `${number(reader, typed)} ${predicate(reader, typed, negated, isSeveral(reader, typed))}`;
    case 'constant':
      return constantText(reader, typed.value === !negated, typed.type);
    default:
      return '…';
  }
}

/** A battery spoken of by its label alone is several things. */
function isSeveral({ batteries }: Reader, { kind, type }: TypedExpression): boolean {
  return batteries === 'label' && kind === 'reading' && type.kind === 'vector';
}

/** What is said of a subject, from the verb on. */
function predicate(reader: Reader, typed: TypedExpression, negated: boolean, several: boolean): string {
  const { phrases } = reader;
  switch (typed.kind) {
    case 'reading':
      return phrases.isOneOf([yesNoText(reader, typed, !negated)], false, several);
    case 'comparison':
      return compared(reader, typed, negated, several);
    case 'one_of': {
      const options = typed.options.map((option) => optionText(reader, option));
      return phrases.isOneOf(options, typed.negated !== negated, several);
    }
    case 'level':
      return phrases.level(typed.level, negated, several);
    case 'kind': {
      const kinds = typed.kinds.map((kind) => quoted(reader, phrases.kind(kind)));
      return phrases.isOneOf(kinds, typed.negated !== negated, several);
    }
    default:
      return '…';
  }
}

function compared(reader: Reader, { left, operator: written, right }: Comparison, negated: boolean, several: boolean): string {
  const operator = negated ? opposite(written) : written;
  const { phrases } = reader;
  if (right.kind === 'constant' && typeof right.value === 'boolean') {
    return phrases.isOneOf([yesNoText(reader, left, right.value === (operator === '='))], false, several);
  }
  const of = single(left.type);
  const isAlike = right.kind !== 'constant' && right.kind !== 'unresolved' && (operator === '=' || operator === '!=');
  const manner = isAlike ? 'same' : of.kind === 'category' || of.kind === 'date' ? of.kind : 'number';
  return `${phrases.relation(operator, manner, several)} ${number(reader, right)}`;
}

/** The same `and` or `or` over and over is one list, and a subject is not said twice in a row. */
function joined(reader: Reader, logic: Logic, negated: boolean): string {
  const operator = (logic.operator === 'and') !== negated ? 'and' : 'or';
  const parts = flatten(logic, logic.operator);
  const texts = parts.map((part, at) => {
    const previous = parts[at - 1];
    if (previous !== undefined && isOfSameSubject(previous, part)) return predicate(reader, part, negated, false);
    const text = condition(reader, part, negated);
    return part.kind === 'logic' || (part.kind === 'not' && part.operand.kind === 'logic') ? `(${text})` : text;
  });
  return listed(reader.phrases[operator], texts);
}

function flatten(typed: TypedExpression, operator: 'and' | 'or'): readonly TypedExpression[] {
  const parts: TypedExpression[] = [];
  let rest = typed;
  while (rest.kind === 'logic' && rest.operator === operator) {
    parts.push(rest.right);
    rest = rest.left;
  }
  return [rest, ...parts.reverse()];
}

function isOfSameSubject(one: TypedExpression, other: TypedExpression): boolean {
  const [first, second] = [subjectOf(one), subjectOf(other)];
  return first !== undefined && first.variable === second?.variable && first.item === second.item;
}

/** What a simple condition speaks of, where it can be said with one verb. */
function subjectOf(typed: TypedExpression): Reading | undefined {
  if (typed.kind === 'reading') return typed;
  if (typed.kind === 'comparison') return typed.left.kind === 'reading' ? typed.left : undefined;
  const hasSubject = typed.kind === 'one_of' || typed.kind === 'level' || typed.kind === 'kind';
  return hasSubject && typed.operand.kind === 'reading' ? typed.operand : undefined;
}

/** A value, as a noun. */
function number(reader: Reader, typed: TypedExpression): string {
  const { phrases } = reader;
  switch (typed.kind) {
    case 'constant':
      return constantText(reader, typed.value, typed.type);
    case 'reading':
      return nameText(reader, typed);
    case 'minus':
      return phrases.minus(enclosed(reader, typed.operand));
    case 'arithmetic':
      return `${enclosed(reader, typed.left)} ${phrases.arithmetic(typed.operator)} ${enclosed(reader, typed.right)}`;
    case 'score':
      return phrases.score(nameText(reader, typed.operand), typed.type.kind === 'vector');
    case 'aggregate':
      return amountPhrase(reader, typed, sayings);
    default:
      return isCondition(typed) ? `(${condition(reader, typed, false)})` : '…';
  }
}

/** Inside a calculation, what is itself calculated or counted is kept together by parentheses. */
function enclosed(reader: Reader, typed: TypedExpression): string {
  const text = number(reader, typed);
  return typed.kind === 'arithmetic' || typed.kind === 'aggregate' ? `(${text})` : text;
}

function opposite(operator: ComparisonOperator): ComparisonOperator {
  const opposites = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;
  return opposites[operator];
}
