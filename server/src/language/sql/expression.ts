import { single, type TypedExpression } from '../expression';
import { aggregateOf, isLeftOpen } from '../expression/evaluate-aggregate';
import type { Aggregate } from '../expression/typed';
import { known, missing, type UnknownRule } from '../expression/value';
import { comparison } from './comparison';
import { type Counted, countItems, underRule } from './counts';
import { cases, type Fragment, sql } from './fragment';
import { boundValue, commonValue } from './runs';
import { calculation, kindTest, levelTest, logic, membership, minus, negation, score } from './steps';
import {
  type CategoryValue,
  type ConstantValue,
  codeIn,
  constant,
  inType,
  type SqlValue,
  type Writer,
  within,
  yesNo,
  yesNoValue,
} from './value';

export type ValueLookup = (variable: string, item?: string) => SqlValue | undefined;

interface Evaluation {
  /** The item an expression on a battery is meant for. */
  readonly item?: string | undefined;
  readonly rule?: UnknownRule | undefined;
  /** Who is outside the universe. */
  readonly outside?: Fragment | undefined;
}

/**
 * An expression's value in every row, as `evaluateColumn` has it; `not_asked` outside its universe. `undefined` where a column
 * it reads is not there.
 */
export function expressionValue(
  writer: Writer,
  hint: string,
  typed: TypedExpression,
  lookup: ValueLookup,
  { item, rule, outside }: Evaluation,
): Exclude<SqlValue, ConstantValue> | undefined {
  const type = single(typed.type);
  if (typed.kind === 'unresolved' || type.kind === 'unknown') return undefined;
  const compiling = compilingWith(writer, lookup, rule);
  const aggregate = aggregateOf(typed);
  const value =
    aggregate === undefined || !isLeftOpen(aggregate, rule)
      ? compiling.step(typed, item, undefined)
      : commonValue(writer, type, aggregate, compiling.count(aggregate), rule?.minValid ?? 0, (counted) =>
          compiling.step(typed, item, counted),
        );
  if (compiling.lacksColumn()) return undefined;
  return inType(writer, hint, type, within(writer, hint, outside, inType(writer, hint, type, value)));
}

/** The least or greatest value of a condition with counts, as `evaluateBounds` has it. */
export function expressionBound(
  writer: Writer,
  hint: string,
  typed: TypedExpression,
  lookup: ValueLookup,
  { rule, outside, side }: Evaluation & { readonly side: 'low' | 'high' },
): SqlValue | undefined {
  const compiling = compilingWith(writer, lookup, rule);
  const aggregate = aggregateOf(typed);
  const step = (counted: ConstantValue | undefined) => compiling.step(typed, undefined, counted);
  const value =
    aggregate === undefined ? step(undefined) : boundOfAggregate(writer, aggregate, compiling.count(aggregate), side, step);
  if (compiling.lacksColumn()) return undefined;
  return within(writer, hint, outside, inType(writer, hint, { kind: 'yes_no' }, value));
}

function boundOfAggregate(
  writer: Writer,
  aggregate: Aggregate,
  counted: Counted,
  side: 'low' | 'high',
  step: (counted: ConstantValue | undefined) => SqlValue,
): CategoryValue {
  if (aggregate.function !== 'sum' && aggregate.function !== 'mean') return boundValue(writer, side, aggregate, counted, step);
  const code = (value: SqlValue) => codeIn(yesNo, value);
  const branches = [
    { when: counted.notAsked, result: code(step(constant(missing('not_asked')))) },
    { when: sql`${counted.unknown} > 0`, result: code(step(constant(missing('undetermined')))) },
  ];
  return yesNoValue(writer, side, cases(branches, code(step(undefined))));
}

interface Compiling {
  /** The value of a node; `counted`: what the count, sum or mean in it is supposed to be. */
  readonly step: (typed: TypedExpression, item: string | undefined, counted: ConstantValue | undefined) => SqlValue;
  readonly count: (aggregate: Aggregate) => Counted;
  readonly lacksColumn: () => boolean;
}

function compilingWith(writer: Writer, lookup: ValueLookup, rule: UnknownRule | undefined): Compiling {
  let lacking = false;
  const read = (variable: string, item: string | undefined): SqlValue => {
    const found = lookup(variable, item);
    lacking ||= found === undefined;
    return found ?? constant(missing('invalid'));
  };
  const count = (aggregate: Aggregate): Counted => {
    const items = aggregate.parts.flatMap((part) => {
      const names = part.type.kind === 'vector' ? part.type.items : [undefined];
      return names.map((item) => step(part, item, undefined));
    });
    return countItems(writer, aggregate, items, rule);
  };
  const step: Compiling['step'] = (typed, item, counted) => {
    const of = (part: TypedExpression): SqlValue => step(part, item, counted);
    switch (typed.kind) {
      case 'constant':
        return constant(known(typed.value));
      case 'reading':
        return read(typed.variable, typed.type.kind === 'vector' ? item : typed.item);
      case 'not':
        return negation(writer, of(typed.operand));
      case 'minus':
        return minus(writer, of(typed.operand));
      case 'logic':
        return logic(writer, typed, of(typed.left), of(typed.right));
      case 'comparison':
        return comparison(writer, typed, of(typed.left), of(typed.right));
      case 'arithmetic':
        return calculation(writer, typed, of(typed.left), of(typed.right));
      case 'one_of':
        return membership(writer, typed, of(typed.operand));
      case 'score':
        return score(writer, typed, item, of(typed.operand));
      case 'level':
        return levelTest(writer, typed, of(typed.operand));
      case 'kind':
        return kindTest(writer, typed, of(typed.operand));
      case 'aggregate':
        return counted ?? underRule(writer, typed, count(typed), rule);
      case 'unresolved':
        return constant(missing('invalid'));
    }
  };
  return { step, count, lacksColumn: () => lacking };
}
