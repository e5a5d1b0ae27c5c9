import { explain } from '../../expression';
import { checkedExpression } from '../../model/checked';
import type { Codebook, ResolvedIndicator, Universe, Variable } from '../../model/codebook';
import type { ExpressionText } from '../../model/declarations';
import { type ExpressionPlace, scopeFor } from '../../model/scope';
import { universeOf, universeOfExpression } from '../../model/universe';
import { planOfVariable } from '../../shares';
import type { ShareTable } from '../../shares/types';
import type { Words } from '../words';

/** Who gets a question, or who a derived variable is about, in a sentence without a full stop. */
function universeSentence(codebook: Codebook, variable: Variable, words: Words): string {
  const universe = universeOf(codebook, variable.name);
  const { declaration } = variable;
  const isAsked = declaration.kind === 'question' && declaration.text !== undefined;
  const condition = universeText(codebook, universe, words);
  const all = isAsked ? words.askedOfAll : words.appliesToAll;
  const some = isAsked ? words.askedOf : words.appliesTo;
  const sentence = condition === '' ? all : some(condition);
  const hasItemRouting = declaration.kind === 'question' && declaration.items.some((item) => item.askIf !== undefined);
  return hasItemRouting ? `${sentence}, ${words.someItemsHaveRouting}` : sentence;
}

/** Who is asked and who is counted: the sentence under a question's or derived variable's table. */
export function variableBase(codebook: Codebook, variable: Variable, words: Words): string {
  const base = planOfVariable(codebook, variable)?.base;
  const universe = universeSentence(codebook, variable, words);
  return base === undefined ? universe : `${universe} · ${levelSentence(base, variable, words)}`;
}

/** The same for an indicator: whom it is about, the analyst's restriction, and the base. */
export function indicatorBase(codebook: Codebook, resolved: ResolvedIndicator, words: Words): string {
  const { declaration, base } = resolved;
  const universe =
    declaration.of === undefined
      ? ''
      : universeText(codebook, universeOfExpression(codebook, declaration.of, 'indicator_of'), words);
  const among =
    declaration.among === undefined ? undefined : words.among(expressionText(codebook, declaration.among, 'among', words));
  const subject = subjectOf(codebook, declaration.of);
  return [
    ...(universe === '' ? [] : [words.appliesTo(universe)]),
    ...(among === undefined ? [] : [among]),
    ...(universe === '' && among === undefined ? [words.appliesToAll] : []),
    base === undefined ? words.baseNotStated : levelSentence(base, subject, words),
  ].join(' · ');
}

/** A don't know that is counted must be told: it is in the base and counts as not yes. */
function levelSentence(base: ShareTable['base'], variable: Variable | undefined, words: Words): string {
  const sentence = words.base[base];
  const admits = base === 'answered' || base === 'asked';
  const hasDontKnow = variable?.scale?.missing.some(({ kind }) => kind === 'dont_know' || kind === 'not_applicable') === true;
  return admits && hasDontKnow ? `${sentence}, ${words.dontKnowCounted}` : sentence;
}

function subjectOf(codebook: Codebook, of: ExpressionText | undefined): Variable | undefined {
  if (of === undefined) return undefined;
  const { uses } = checkedExpression(codebook, of, 'indicator_of').checked;
  const use = uses.find(({ meaning }) => meaning.kind === 'variable');
  return use === undefined ? undefined : codebook.variables.get(use.name);
}

function universeText(codebook: Codebook, universe: Universe, words: Words): string {
  return universe.map(({ expression }) => expressionText(codebook, expression, 'ask_if', words)).join(` ${words.and} `);
}

/** The plain reading of an expression. */
export function expressionText(codebook: Codebook, text: ExpressionText, where: ExpressionPlace, words: Words): string {
  return explain(checkedExpression(codebook, text, where).checked.typed, scopeFor(codebook, where), words.language);
}
