import { fullName } from '../expression';
import type { Value } from '../expression/value';
import { type Assignment, answerSpace, type Condition, eachRespondent } from './answer-space';
import type { Codebook, Universe } from './codebook';
import { loneCondition } from './lone-condition';
import { isReached } from './reached';
import { evaluationOf } from './respondent';
import { triedRelation, type UniverseRelation } from './tried-relation';
import { isSameUniverse, universeOf } from './universe';

export type { Condition } from './answer-space';
export type { UniverseRelation } from './tried-relation';

/**
 * How a condition goes together with a universe. Most routing asks for one answer to one question, among those who are asked
 * that question: then its own answers tell, and whether anybody is asked. All else is told by trying.
 */
export function universeRelation(codebook: Codebook, condition: Condition, universe: Universe): UniverseRelation {
  const { text, where, rule } = condition;
  const lone = where === 'ask_if' && rule === undefined ? loneCondition(codebook, text) : undefined;
  if (lone === undefined || !isSameUniverse(universe, universeOf(codebook, lone.variable, lone.item)))
    return triedRelation(codebook, condition, universe);
  const { variable, item, canBeYes, canBeNo } = lone;
  switch (universe.length === 0 ? 'yes' : isReached(codebook, fullName(variable, item))) {
    case 'no':
      return { kind: 'empty_universe' };
    case 'unknown':
      return { kind: 'unknown' };
    case 'yes':
      return { kind: canBeYes && canBeNo ? 'open' : canBeYes ? 'always_yes' : 'always_no' };
  }
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
  const evaluations = conditions.map(({ text, where, rule }) => evaluationOf(codebook, text, where, rule));
  let found: Assignment | undefined;
  eachRespondent(codebook, space, (row, assignment) => {
    if (!wanted(evaluations.map((evaluate) => evaluate(row)))) return true;
    const one = assignment();
    const isWhole = !hasFraction(one);
    if (isWhole) found = one;
    else found ??= one;
    return !isWhole;
  });
  return found === undefined ? { kind: 'never' } : { kind: 'found', assignment: found };
}

function hasFraction(assignment: Assignment): boolean {
  return assignment.some(({ value }) => value.known && typeof value.value === 'number' && !Number.isInteger(value.value));
}
