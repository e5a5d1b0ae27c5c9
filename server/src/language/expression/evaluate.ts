import { aggregateOf, isLeftOpen, outcome, type Tally, tallyWith } from './evaluate-aggregate';
import { arithmetic, compare, oneOf, type Step, scoreOf, strict, threeValued } from './evaluate-steps';
import type { Row, TypedExpression } from './typed';
import { isInBase, type KnownValue, known, missing, no, type UnknownRule, type Value, yes } from './value';

/**
 * The value of an expression for one respondent. Never throws; never NaN or infinite.
 *
 * Missing data: logic is three-valued (Kleene), but where anything named was not asked the value is `not_asked`, also
 * beside an `or` that is yes. An open value of one question or item keeps that question's kind; of several it is `undetermined`.
 * Division by zero, and a result too large for a double, is `invalid`. Only `asked`, `answered`, `substantive` and `kind` look
 * at missing answers without becoming missing.
 *
 * Counts follow `rule`; without one they follow `determinable`, which claims nothing that is not certain. A counted item that
 * was not asked makes the value `not_asked`, unless the rule says `notAsked: as_no`.
 */
export function evaluate(typed: TypedExpression, row: Row, rule?: UnknownRule): Value {
  return compile(typed, rule)(row);
}

/** Reads a value; with `item`, of one item of an expression that is a vector. */
export type Evaluation = (row: Row, item?: string) => Value;

/** `evaluate` for many respondents: the tree is walked once. */
export function compile(typed: TypedExpression, rule?: UnknownRule): Evaluation {
  const step = stepOf(typed, rule);
  const aggregate = aggregateOf(typed);
  if (aggregate === undefined || !isLeftOpen(aggregate, rule)) return (row, item) => step(row, item, undefined);
  const tally = tallyWith(aggregate, (part) => stepOf(part, rule), rule);
  return (row, item) => {
    const counted = tally(row);
    if (counted.notAsked) return step(row, item, missing('not_asked'));
    if (counted.items - counted.unknown < (rule?.minValid ?? 0)) return step(row, item, missing('undetermined'));
    return common(possible(counted, (count) => step(row, item, outcome(aggregate, count))));
  };
}

/**
 * The logical bounds of a value: the least and the greatest it can be, whatever the unknown items are. For `count(…) >= k` these
 * are the values if all of them were no, and if all were yes. Items that `rule` counts as no are not unknown; the rest of
 * `rule` does not matter. Without a count both are the value itself; of a sum or mean with unknown items both are `undetermined`.
 */
export function evaluateBounds(typed: TypedExpression, row: Row, rule?: UnknownRule): Bounds {
  return compileBounds(typed, rule)(row);
}

export interface Bounds {
  readonly low: Value;
  readonly high: Value;
}

export function compileBounds(typed: TypedExpression, rule?: UnknownRule): (row: Row) => Bounds {
  const step = stepOf(typed, rule);
  const aggregate = aggregateOf(typed);
  if (aggregate === undefined) return (row) => both(step(row, undefined, undefined));
  const tally = tallyWith(aggregate, (part) => stepOf(part, rule), rule);
  return (row) => {
    const counted = tally(row);
    if (counted.notAsked) return both(step(row, undefined, missing('not_asked')));
    if (aggregate.function === 'sum' || aggregate.function === 'mean') {
      const open = counted.unknown > 0 ? missing('undetermined') : undefined;
      return both(step(row, undefined, open));
    }
    return span(possible(counted, (count) => step(row, undefined, outcome(aggregate, count))));
  };
}

function both(value: Value): Bounds {
  return { low: value, high: value };
}

/** The values for every count from what is known to be yes to what may be. */
function possible(counted: Tally, valueAt: (count: number) => Value): readonly [Value, ...Value[]] {
  const values: [Value, ...Value[]] = [valueAt(counted.yes)];
  for (let more = 1; more <= counted.unknown; more++) values.push(valueAt(counted.yes + more));
  return values;
}

/** The one value that all of them are, or `undetermined`. */
function common([first, ...others]: readonly [Value, ...Value[]]): Value {
  return others.every((other) => same(first, other)) ? first : missing('undetermined');
}

function same(one: Value, other: Value): boolean {
  return one.known ? other.known && one.value === other.value : !other.known && one.kind === other.kind;
}

/** A value that is missing for another reason than the count may be anything: only a no or yes beside it is a bound. */
function span(values: readonly Value[]): Bounds {
  const open = values.find((value) => !value.known);
  const known = values.filter((value) => value.known);
  const low = known.reduce<KnownValue | undefined>(
    (least, one) => (least && least.value <= one.value ? least : one),
    undefined,
  );
  const high = known.reduce<KnownValue | undefined>((most, one) => (most && most.value >= one.value ? most : one), undefined);
  return {
    low: open !== undefined && low?.value !== false ? open : (low ?? missing('undetermined')),
    high: open !== undefined && high?.value !== true ? open : (high ?? missing('undetermined')),
  };
}

function stepOf(typed: TypedExpression, rule: UnknownRule | undefined): Step {
  switch (typed.kind) {
    case 'constant': {
      const constant = known(typed.value);
      return () => constant;
    }
    case 'reading': {
      const { variable, item } = typed;
      return typed.type.kind === 'vector' ? (row, current) => row(variable, current) : (row) => row(variable, item);
    }
    case 'not':
      return strict(stepOf(typed.operand, rule), (value) => (value === false ? yes : value === true ? no : missing('invalid')));
    case 'minus':
      return strict(stepOf(typed.operand, rule), (value) =>
        typeof value === 'number' ? known(0 - value) : missing('invalid'),
      );
    case 'logic':
      return threeValued(typed, stepOf(typed.left, rule), stepOf(typed.right, rule));
    case 'comparison':
      return compare(typed, stepOf(typed.left, rule), stepOf(typed.right, rule));
    case 'arithmetic':
      return arithmetic(typed, stepOf(typed.left, rule), stepOf(typed.right, rule));
    case 'one_of':
      return oneOf(typed, stepOf(typed.operand, rule));
    case 'score':
      return scoreOf(typed, stepOf(typed.operand, rule));
    case 'level': {
      const operand = stepOf(typed.operand, rule);
      return (row, item, counted) => (isInBase(operand(row, item, counted), typed.level) ? yes : no);
    }
    case 'kind': {
      const operand = stepOf(typed.operand, rule);
      return (row, item, counted) => {
        const value = operand(row, item, counted);
        return known((!value.known && typed.kinds.includes(value.kind)) !== typed.negated);
      };
    }
    case 'aggregate': {
      const tally = tallyWith(typed, (part) => stepOf(part, rule), rule);
      return (row, _item, counted) => counted ?? tally(row).value();
    }
    case 'unresolved':
      return () => missing('invalid');
  }
}
