import { compile } from '../expression';
import type { Row } from '../expression/typed';
import type { Value } from '../expression/value';
import type { Assignment, Condition } from './answer-space';
import { answerSpace, respondentsIn } from './answer-space';
import { checkedExpression } from './checked';
import type { Codebook, Universe } from './codebook';

export type { Condition } from './answer-space';

/**
 * How a condition and a universe go together, over all answers there can be:
 * - `always_no`, `always_yes`: it has this one answer for everybody, whoever is asked;
 * - `contradicted`: some could say yes, but nobody in the universe;
 * - `implied`: some could say no, but nobody in the universe;
 * - `empty_universe`: nobody is in the universe;
 * - `open`: it tells people in the universe apart;
 * - `unknown`: broken names or types, arithmetic, or too many combinations to tell.
 * All but `open` and `unknown` are certain. `yes` and `no` are answers of people in the universe, where there are any.
 */
export interface UniverseRelation {
  readonly kind: 'always_no' | 'always_yes' | 'contradicted' | 'implied' | 'empty_universe' | 'open' | 'unknown';
  readonly yes?: Assignment;
  readonly no?: Assignment;
}

/** Decides by trying every combination of answers: categories, missing kinds, and numbers around those compared with. */
export function universeRelation(codebook: Codebook, condition: Condition, universe: Universe): UniverseRelation {
  const routing = universe.map(({ expression }): Condition => ({ text: expression, where: 'ask_if' }));
  const space = answerSpace(codebook, [condition, ...routing]);
  if (space === undefined) return { kind: 'unknown' };
  const ask = compiled(codebook, condition);
  const asked = routing.map((one) => compiled(codebook, one));
  let yes: Assignment | undefined;
  let no: Assignment | undefined;
  let isEmpty = true;
  let yesOutside = false;
  let noOutside = false;
  for (const { row, assignment } of respondentsIn(codebook, space)) {
    const isInside = asked.every((evaluate) => isAnswer(evaluate(row), true));
    const answer = ask(row);
    if (isInside) isEmpty = false;
    if (isAnswer(answer, true)) {
      if (isInside) yes ??= assignment();
      else yesOutside = true;
    } else if (isAnswer(answer, false)) {
      if (isInside) no ??= assignment();
      else noOutside = true;
    }
    if (yes !== undefined && no !== undefined) return { kind: 'open', yes, no };
  }
  if (isEmpty) return { kind: 'empty_universe' };
  if (yes === undefined) return { kind: yesOutside ? 'contradicted' : 'always_no', ...(no === undefined ? {} : { no }) };
  return { kind: noOutside ? 'implied' : 'always_yes', yes };
}

/** Answers that were looked for. */
export type Search =
  | { readonly kind: 'found'; readonly assignment: Assignment }
  /** No respondent can have them: certain. */
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown' };

/**
 * The first respondent whose values of the conditions are as wanted: two classes that are both yes, or all of them no. Whole
 * numbers are tried first, so that one with a fraction means that no whole number will do.
 */
export function findRespondent(
  codebook: Codebook,
  conditions: readonly Condition[],
  wanted: (values: readonly Value[]) => boolean,
): Search {
  const space = answerSpace(codebook, conditions);
  if (space === undefined) return { kind: 'unknown' };
  const evaluations = conditions.map((condition) => compiled(codebook, condition));
  let withFraction: Assignment | undefined;
  for (const { row, assignment } of respondentsIn(codebook, space)) {
    if (!wanted(evaluations.map((evaluate) => evaluate(row)))) continue;
    const found = assignment();
    if (!hasFraction(found)) return { kind: 'found', assignment: found };
    withFraction ??= found;
  }
  return withFraction === undefined ? { kind: 'never' } : { kind: 'found', assignment: withFraction };
}

function hasFraction(assignment: Assignment): boolean {
  return assignment.some(({ value }) => value.known && typeof value.value === 'number' && !Number.isInteger(value.value));
}

function compiled(codebook: Codebook, { text, where, rule }: Condition): (row: Row) => Value {
  return compile(checkedExpression(codebook, text, where).checked.typed, rule);
}

function isAnswer(value: Value, answer: boolean): boolean {
  return value.known && value.value === answer;
}
