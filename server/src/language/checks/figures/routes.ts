import type { TypedExpression } from '../../expression';
import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { ExpressionText } from '../../model/declarations';
import { universeOf } from '../../model/universe';
import { type Population, spelt } from './populations';
import type { PrintedFigure } from './printed';

/** The one answer that leads to a question, and the population that was asked for it. */
export interface Route {
  readonly item?: string;
  readonly conditions: readonly string[];
  readonly among: string;
  /** Whether a figure is of the question that leads there. */
  readonly isShownBy: (figure: PrintedFigure) => boolean;
  /** Whether a printed category is the answer that leads there; without a category it is yes. */
  readonly isAnswer: (category: string | undefined) => boolean;
}

/**
 * The answers that lead to a base: the routing of its question, and its filter. None for everybody, and where more than one
 * answer decides: then no printed share says how many they are.
 */
export function routesTo(codebook: Codebook, { universe, conditions, among, filter }: Population): readonly Route[] {
  const last = universe.at(-1);
  const rest = spelt(universe.filter((condition) => condition !== last));
  const routing = last === undefined ? undefined : routeBy(codebook, last.expression, 'ask_if', rest, among);
  const filtering = filter === undefined ? undefined : routeBy(codebook, filter, 'among', conditions, '');
  return [routing, filtering].filter((route) => route !== undefined);
}

/** @param conditions who else is left out: the same who are not asked for the answer that leads there */
function routeBy(
  codebook: Codebook,
  text: ExpressionText,
  where: 'ask_if' | 'among',
  conditions: readonly string[],
  among: string,
): Route | undefined {
  const answer = singleAnswer(checkedExpression(codebook, text, where).checked.typed);
  if (answer === undefined) return undefined;
  const asked = spelt(universeOf(codebook, answer.variable, answer.item));
  if (asked.join('\n') !== conditions.join('\n')) return undefined;
  return {
    ...(answer.item === undefined ? {} : { item: answer.item }),
    conditions,
    among,
    isShownBy: (figure) => figure.plan.rows.some((row) => shows(row.of[0], answer)),
    isAnswer: (category) => (category ?? 'yes') === answer.category,
  };
}

interface Answer {
  readonly variable: string;
  readonly item?: string;
  readonly category: string;
}

/** `x`, `x = yes` and `x = agency`. */
function singleAnswer(typed: TypedExpression): Answer | undefined {
  if (typed.kind === 'reading') return typed.type.kind === 'yes_no' ? answerOf(typed, 'yes') : undefined;
  if (typed.kind !== 'comparison' || typed.operator !== '=') return undefined;
  const { left, right } = typed;
  if (left.kind !== 'reading' || right.kind !== 'constant' || typeof right.value === 'number') return undefined;
  return answerOf(left, typeof right.value === 'boolean' ? (right.value ? 'yes' : 'no') : right.value);
}

function answerOf({ variable, item }: TypedExpression & { readonly kind: 'reading' }, category: string): Answer {
  return { variable, ...(item === undefined ? {} : { item }), category };
}

/** A row of the question itself, or of the condition that it is answered yes. */
function shows(operand: PrintedFigure['plan']['rows'][number]['of'][number] | undefined, answer: Answer): boolean {
  if (operand?.kind === 'variable') return operand.name === answer.variable && operand.item === answer.item;
  if (operand?.kind !== 'expression' || answer.category !== 'yes') return false;
  const shown = singleAnswer(operand.expression);
  const item = shown?.item ?? operand.item;
  return shown?.variable === answer.variable && item === answer.item && shown.category === 'yes';
}
