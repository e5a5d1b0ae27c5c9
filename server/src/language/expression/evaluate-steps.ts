import type { Arithmetic, Comparison, ComparisonOperator, Logic, OneOf, Row, Score } from './typed';
import { type KnownValue, known, missing, no, type Value, yes } from './value';

/**
 * One node of an expression, ready to run. `item`: the item that a vector is read at. `counted`: what the count, sum or mean
 * in the expression is supposed to be, where it is not to be worked out.
 */
export type Step = (row: Row, item: string | undefined, counted: Value | undefined) => Value;

type Plain = KnownValue['value'];

/** What needs its operand: a missing one stays what it is. */
export function strict(operand: Step, then: (value: Plain) => Value): Step {
  return (row, item, counted) => {
    const value = operand(row, item, counted);
    return value.known ? then(value.value) : value;
  };
}

/** `and`, `or` after Kleene; what was not asked is outside the universe of both. */
export function threeValued({ operator, mixes }: Logic, left: Step, right: Step): Step {
  const decisive = operator === 'or';
  return (row, item, counted) => {
    const one = left(row, item, counted);
    const other = right(row, item, counted);
    if (isNotAsked(one) || isNotAsked(other)) return missing('not_asked');
    if ((one.known && one.value === decisive) || (other.known && other.value === decisive)) return known(decisive);
    return one.known && other.known ? known(!decisive) : open(one, other, mixes);
  };
}

export function compare({ operator, mixes, ranking }: Comparison, left: Step, right: Step): Step {
  const ranks = ranking && new Map(ranking.map((id, rank) => [id, rank] as const));
  const answer = (one: Plain, other: Plain): boolean | undefined => {
    if (operator === '=') return one === other;
    if (operator === '!=') return one !== other;
    const distance = ranks === undefined ? distanceOf(one, other) : distanceOf(rankOf(ranks, one), rankOf(ranks, other));
    return distance === undefined ? undefined : isMet(operator, distance);
  };
  return meet(left, right, mixes, (one, other) => {
    const answered = answer(one, other);
    return answered === undefined ? missing('invalid') : known(answered);
  });
}

/** Whether a comparison holds between two values this far apart: negative where the left one is less. */
export function isMet(operator: ComparisonOperator, distance: number): boolean {
  switch (operator) {
    case '=':
      return distance === 0;
    case '!=':
      return distance !== 0;
    case '<':
      return distance < 0;
    case '<=':
      return distance <= 0;
    case '>':
      return distance > 0;
    case '>=':
      return distance >= 0;
  }
}

function rankOf(ranks: ReadonlyMap<string, number>, id: Plain): number | undefined {
  return typeof id === 'string' ? ranks.get(id) : undefined;
}

/** Negative where the first is less: numbers by size, dates by day. Values of other kinds have no order. */
function distanceOf(one: Plain | undefined, other: Plain | undefined): number | undefined {
  if (typeof one === 'number' && typeof other === 'number') return one < other ? -1 : one > other ? 1 : 0;
  if (typeof one === 'string' && typeof other === 'string') return one < other ? -1 : one > other ? 1 : 0;
  return undefined;
}

export function arithmetic({ operator, mixes }: Arithmetic, left: Step, right: Step): Step {
  return meet(left, right, mixes, (one, other) => {
    if (typeof one !== 'number' || typeof other !== 'number') return missing('invalid');
    return finite(calculate(operator, one, other));
  });
}

function calculate(operator: Arithmetic['operator'], one: number, other: number): number {
  switch (operator) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '/':
      return other === 0 ? Number.NaN : one / other;
  }
}

/** Numbers are finite, and there is one zero. */
export function finite(number: number): Value {
  return Number.isFinite(number) ? known(number + 0) : missing('invalid');
}

export function oneOf({ values, negated }: OneOf, operand: Step): Step {
  const members = new Set(values);
  return strict(operand, (value) => (members.has(value) !== negated ? yes : no));
}

/** A category without a score has no number: `invalid`. */
export function scoreOf({ scores, reversed, operand: reading }: Score, operand: Step): Step {
  const byCategory = new Map(scores.map(({ category, score }) => [category, score] as const));
  const numbers = scores.map(({ score }) => score);
  const turn = Math.min(...numbers) + Math.max(...numbers);
  const turned = new Set(reversed);
  return (row, item, counted) => {
    const value = operand(row, item, counted);
    if (!value.known) return value;
    const score = typeof value.value === 'string' ? byCategory.get(value.value) : undefined;
    if (score === undefined) return missing('invalid');
    return finite(turned.has(reading.item ?? item ?? '') ? turn - score : score);
  };
}

/** Two operands that must both be known. */
function meet(left: Step, right: Step, mixes: boolean, then: (one: Plain, other: Plain) => Value): Step {
  return (row, item, counted) => {
    const one = left(row, item, counted);
    const other = right(row, item, counted);
    return one.known && other.known ? then(one.value, other.value) : open(one, other, mixes);
  };
}

/** What two operands leave open, at least one of them missing. */
function open(one: Value, other: Value, mixes: boolean): Value {
  if (isNotAsked(one) || isNotAsked(other)) return missing('not_asked');
  if (mixes) return missing('undetermined');
  return one.known ? other : one;
}

function isNotAsked(value: Value): boolean {
  return !value.known && value.kind === 'not_asked';
}
