import type { Value } from '../expression/value';
import type { Assignment, Condition } from './answer-space';
import { answerSpace, eachRespondent } from './answer-space';
import type { Codebook, Universe } from './codebook';
import { evaluationOf } from './respondent';

/**
 * How a condition and a universe go together, over all answers there can be:
 * - `always_no`, `always_yes`: it has this one answer for everybody, whoever is asked;
 * - `contradicted`: some could say yes, but nobody in the universe; `no` are answers of somebody in it;
 * - `implied`: some could say no, but nobody in the universe;
 * - `empty_universe`: nobody is in the universe;
 * - `open`: it tells people in the universe apart;
 * - `unknown`: broken names or types, arithmetic, or too many combinations to tell.
 * All but `open` and `unknown` are certain.
 */
export type UniverseRelation =
  | { readonly kind: 'always_no' | 'always_yes' | 'implied' | 'empty_universe' | 'open' | 'unknown' }
  | { readonly kind: 'contradicted'; readonly no: Assignment | undefined };

/** Decides by trying every combination of answers: categories, missing kinds, and numbers around those compared with. */
export function triedRelation(codebook: Codebook, condition: Condition, universe: Universe): UniverseRelation {
  const routing = universe.map(({ expression }): Condition => ({ text: expression, where: 'ask_if' }));
  const space = answerSpace(codebook, [condition, ...routing]);
  if (space === undefined) return { kind: 'unknown' };
  const ask = evaluationOf(codebook, condition.text, condition.where, condition.rule);
  const asked = routing.map(({ text, where }) => evaluationOf(codebook, text, where));
  const answersOf = { inside: new Set<boolean>(), outside: new Set<boolean>() };
  let isEmpty = true;
  let no: Assignment | undefined;
  eachRespondent(codebook, space, (row, assignment) => {
    const isInside = asked.every((evaluate) => isAnswer(evaluate(row), true));
    if (isInside) isEmpty = false;
    const answer = ask(row);
    if (answer.known && typeof answer.value === 'boolean') {
      (isInside ? answersOf.inside : answersOf.outside).add(answer.value);
      if (isInside && answer.value === false) no ??= assignment();
    }
    return answersOf.inside.size < 2;
  });
  const { inside, outside } = answersOf;
  if (isEmpty) return { kind: 'empty_universe' };
  if (inside.size === 2) return { kind: 'open' };
  if (inside.has(true)) return { kind: outside.has(false) ? 'implied' : 'always_yes' };
  return outside.has(true) ? { kind: 'contradicted', no } : { kind: 'always_no' };
}

function isAnswer(value: Value, answer: boolean): boolean {
  return value.known && value.value === answer;
}
