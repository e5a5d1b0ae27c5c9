import type { TypedExpression } from '../expression';
import type { Row } from '../expression/typed';
import { type ScalarType, single } from '../expression/types';
import { missing, type UnknownRule, type Value } from '../expression/value';
import { type CountedExpression, countedExpression, isStandIn, standInValue } from './count-states';
import type { Kernel } from './kernel';
import { isFew, lookUp, type Source } from './look-up';
import { placedOf, rowsOf, spreadValues, valuesAt } from './placed';
import { readingsOf, withParts } from './readings';
import type { CategoryColumn, ValueColumn } from './types';

interface Evaluated {
  readonly type: ScalarType;
  readonly rows: number;
  readonly item: string | undefined;
  readonly rule: UnknownRule | undefined;
  readonly universe: CategoryColumn | undefined;
  readonly kernel: Kernel;
  /** Makes ready to run what is evaluated, or the same with stand-ins in the place of parts of it. */
  readonly compile: (typed: TypedExpression) => (row: Row) => Value;
  /** The same for a part of it. */
  readonly compilePart: (typed: TypedExpression, item: string | undefined) => (row: Row) => Value;
}

type Lookup = (variable: string, item: string | undefined) => ValueColumn | undefined;

/**
 * An expression over columns of few values, without going from row to row: the evaluator itself says what each combination of
 * values comes to, once, and rows are looked up. A count of yes and no is taken over all rows at a time and stands in
 * the combinations as how many are yes and how many unknown. What has too many combinations is taken apart where operands
 * meet. `undefined` where that is no help, or a column is not there.
 */
export function evaluatePlaced(typed: TypedExpression, column: Lookup, evaluated: Evaluated): ValueColumn | undefined {
  return atOnce(typed, column, evaluated) ?? takenApart(typed, column, evaluated);
}

function atOnce(typed: TypedExpression, column: Lookup, evaluated: Evaluated): ValueColumn | undefined {
  const counted = countedExpression(typed, {
    ...evaluated,
    evaluate: (part, item) => evaluatePart(part, item, column, evaluated),
  });
  const whole = counted?.typed ?? typed;
  const inputs: Input[] = [];
  for (const { variable, item } of readingsOf(whole, evaluated.item)) {
    if (isStandIn(variable)) continue;
    const found = column(variable, item);
    if (found === undefined) return undefined;
    inputs.push(inputOf(variable, item, found));
  }
  const { universe } = evaluated;
  const asked = universe === undefined ? undefined : inputOf('', undefined, universe);
  return tabled(whole, { asked, counted, inputs }, evaluated);
}

interface Input {
  readonly variable: string;
  readonly item: string | undefined;
  readonly source: Source;
  readonly values: readonly Value[];
}

/** A column of more values than any table has places for is not read. */
const mostValues = 1 << 16;

function inputOf(variable: string, item: string | undefined, column: ValueColumn): Input {
  const placed = placedOf(column);
  const source = { places: placed.places, distinct: rowsOf(placed.distinct) };
  return { variable, item, source, values: source.distinct > mostValues ? [] : valuesAt(placed) };
}

/** What the value of an expression depends on. */
interface Inputs {
  readonly asked: Input | undefined;
  readonly counted: CountedExpression | undefined;
  readonly inputs: readonly Input[];
}

/** The value of each combination that rows have. */
function tabled(typed: TypedExpression, all: Inputs, evaluated: Evaluated): ValueColumn | undefined {
  const { asked, counted, inputs } = all;
  const { rows, type } = evaluated;
  const valueAt = combinedValue(typed, all, evaluated);
  if (counted !== undefined && asked === undefined && inputs.length === 0) {
    const distinct = distinctValues(counted.states.map((_, state) => valueAt([state])));
    return spreadValues(type, distinct.values, counted.source(distinct.places).places);
  }
  const plain = [...(asked === undefined ? [] : [asked]), ...inputs].map(({ source }) => source);
  const states = counted === undefined ? [] : [{ places: new Uint8Array(0), distinct: counted.states.length }];
  if (plain.some(({ distinct }) => distinct > mostValues) || !isFew([...plain, ...states], rows)) return undefined;
  const [only, ...others] = plain;
  if (counted === undefined && only !== undefined && others.length === 0) {
    const values = Array.from({ length: only.distinct }, (_, place) => valueAt([place]));
    return spreadValues(type, values, only.places);
  }
  const values: Value[] = [];
  const placeOf = new Map<string, number>();
  const sources = [...(counted === undefined ? [] : [counted.source()]), ...plain];
  const places = lookUp(sources, rows, (combination) => place(placeOf, values, valueAt(combination)));
  return spreadValues(type, values, places);
}

/** The value of an expression at a state of its count, an answer to the universe, and a place in each column it reads. */
function combinedValue(
  typed: TypedExpression,
  { asked, counted, inputs }: Inputs,
  { compile }: Evaluated,
): (places: readonly number[]) => Value {
  const evaluateRow = compile(typed);
  return (places) => {
    const [state, ...afterCount] = counted === undefined ? [undefined, ...places] : places;
    const [answer, ...rest] = asked === undefined ? [undefined, ...afterCount] : afterCount;
    const isAsked = answer === undefined ? undefined : asked?.values[answer];
    if (isAsked?.known === true && isAsked.value === false) return missing('not_asked');
    const countState = state === undefined ? undefined : counted?.states[state];
    return evaluateRow((variable, item) => {
      const at = inputs.findIndex((input) => input.variable === variable && input.item === item);
      const standsIn = countState === undefined ? undefined : standInValue(countState, variable);
      return standsIn ?? inputs[at]?.values[rest[at] ?? 0] ?? missing('invalid');
    });
  };
}

function distinctValues(all: readonly Value[]): { readonly values: readonly Value[]; readonly places: readonly number[] } {
  const values: Value[] = [];
  const placeOf = new Map<string, number>();
  return { values, places: all.map((value) => place(placeOf, values, value)) };
}

function place(placeOf: Map<string, number>, values: Value[], value: Value): number {
  const key = value.known ? `${typeof value.value} ${value.value}` : value.kind;
  const known = placeOf.get(key) ?? values.length;
  if (known === values.length) {
    placeOf.set(key, known);
    values.push(value);
  }
  return known;
}

/** A part of an expression in a column of its own, whatever the universe of the whole. */
function evaluatePart(
  part: TypedExpression,
  item: string | undefined,
  column: Lookup,
  evaluated: Evaluated,
): ValueColumn | undefined {
  const type = single(part.type);
  if (type.kind === 'unknown') return undefined;
  const compile = (typed: TypedExpression) => evaluated.compilePart(typed, item);
  return evaluatePlaced(part, column, { ...evaluated, type, item, universe: undefined, compile });
}

/** Operands are put into columns of their own first, so that only their values are combined. */
function takenApart(typed: TypedExpression, column: Lookup, evaluated: Evaluated): ValueColumn | undefined {
  const parts = new Map<string, ValueColumn>();
  const apart = withParts(typed, (part, name) => {
    const own = evaluatePart(part, evaluated.item, column, evaluated);
    if (own !== undefined) parts.set(name, own);
    return own === undefined ? undefined : name;
  });
  return parts.size === 0
    ? undefined
    : atOnce(apart, (variable, item) => parts.get(variable) ?? column(variable, item), evaluated);
}
