import type { TypedExpression } from '../expression';
import { aggregateOf, countsAsNo } from '../expression/evaluate-aggregate';
import { partsOf } from '../expression/parts';
import type { Aggregate } from '../expression/typed';
import { missing, no, type UnknownRule, type Value, yes } from '../expression/value';
import { type Countable, countBytes, countPairs, isPacked } from './count-rows';
import type { Kernel } from './kernel';
import { lookUp, type Source } from './look-up';
import { placedOf, rowsOf, valuesAt } from './placed';
import { itemsOf, readingOf } from './readings';
import type { ValueColumn } from './types';

/** What the items of a count come to for a respondent, as far as the value of the expression around it can depend on it. */
export interface CountState {
  readonly yes: number;
  readonly unknown: number;
  readonly notAsked: boolean;
}

/** An expression whose count is taken over stand-ins, and the states of that count. */
export interface CountedExpression {
  readonly typed: TypedExpression;
  readonly states: readonly CountState[];
  /** The state of each row, or what `merged` puts in the place of each state. */
  readonly source: (merged?: readonly number[]) => Source;
}

export interface Counting {
  readonly rows: number;
  readonly rule: UnknownRule | undefined;
  readonly kernel: Kernel;
  /** The values of an item of a count. */
  readonly evaluate: (part: TypedExpression, item: string | undefined) => ValueColumn | undefined;
}

/** `undefined` for what rests on no count of yes and no, and where an item of it can't be had as a column. */
export function countedExpression(typed: TypedExpression, counting: Counting): CountedExpression | undefined {
  const aggregate = aggregateOf(typed);
  if (aggregate === undefined || aggregate.function === 'sum' || aggregate.function === 'mean') return undefined;
  const items: Countable[] = [];
  for (const part of aggregate.parts) {
    for (const item of itemsOf(part)) {
      const column = counting.evaluate(part, item);
      if (column === undefined) return undefined;
      items.push(countable(column, counting));
    }
  }
  if (items.length === 0 || items.length > 255) return undefined;
  const rewritten = withStandIns(typed, aggregate, items.length);
  const counted = isPacked(items) ? countBytes(items, counting) : countPairs(items, counting);
  return { typed: rewritten, ...counted };
}

/** An item as a column of at most 16 places, each counted one way. */
function countable(column: ValueColumn, { rows, rule }: Counting): Countable {
  const placed = placedOf(column);
  const classes = valuesAt(placed).map((value) => classOf(value, rule));
  if (placed.places instanceof Uint8Array && classes.length <= 16) return { places: placed.places, classes };
  const source = { places: placed.places, distinct: rowsOf(placed.distinct) };
  const places = lookUp([source], rows, ([place = 0]) => allClasses.indexOf(classes[place] ?? 'no'));
  return { places: places instanceof Uint8Array ? places : new Uint8Array(places), classes: allClasses };
}

const allClasses = ['no', 'yes', 'unknown', 'not_asked'] as const;

function classOf(value: Value, rule: UnknownRule | undefined): Countable['classes'][number] {
  if (value.known) return value.value === true ? 'yes' : 'no';
  if (countsAsNo(value.kind, rule)) return 'no';
  return value.kind === 'not_asked' ? 'not_asked' : 'unknown';
}

/** A name that no variable can have. */
const standIn = ' item ';

export function isStandIn(variable: string): boolean {
  return variable.startsWith(standIn);
}

function withStandIns(typed: TypedExpression, aggregate: Aggregate, items: number): TypedExpression {
  if (typed === aggregate) {
    const parts = Array.from({ length: items }, (_, at) => ({
      ...readingOf(aggregate, `${standIn}${at}`),
      type: { kind: 'yes_no' } as const,
    }));
    return { ...aggregate, parts };
  }
  if (!partsOf(typed).some((part) => aggregateOf(part) === aggregate)) return typed;
  switch (typed.kind) {
    case 'logic':
    case 'comparison':
    case 'arithmetic': {
      const left = withStandIns(typed.left, aggregate, items);
      return { ...typed, left, right: left === typed.left ? withStandIns(typed.right, aggregate, items) : typed.right };
    }
    case 'not':
    case 'minus':
    case 'one_of':
    case 'level':
    case 'kind':
      return { ...typed, operand: withStandIns(typed.operand, aggregate, items) };
    default:
      return typed;
  }
}

/** Values of the stand-ins that bring a count into a state. */
export function standInValue(state: CountState, variable: string): Value | undefined {
  if (!isStandIn(variable)) return undefined;
  const at = Number(variable.slice(standIn.length));
  if (state.notAsked) return at === 0 ? missing('not_asked') : no;
  if (at < state.yes) return yes;
  return at < state.yes + state.unknown ? missing('invalid') : no;
}
