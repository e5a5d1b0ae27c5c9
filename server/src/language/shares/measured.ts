import { type MissingKind, missingKinds, type Value } from '../expression/value';
import { remembered } from '../text/remember';
import { isFew, lookUp, type Source } from './look-up';
import { narrow, placedOf, rowsOf, valuesAt } from './placed';
import type { Codes, ValueColumn } from './types';

/** What is tallied: for each row a place, and for each place the slot of its value, known ones first, then missing kinds. */
export interface Measured extends Source {
  readonly slotOf: Uint32Array;
  readonly values: readonly (readonly (string | number)[])[];
  readonly missing: readonly MissingKind[];
  /** The same for all that have as many known values and these missing kinds. */
  readonly shape: string;
}

/** The values of one column, or every combination of several that a row has; of none, one value that all rows have. */
export function measuredOf(columns: readonly ValueColumn[], rows: number): Measured {
  const [first, ...others] = columns;
  if (first === undefined) {
    return {
      places: new Uint8Array(rows),
      distinct: 1,
      slotOf: new Uint32Array(1),
      values: [[]],
      missing: [],
      shape: shapeOf(1, []),
    };
  }
  if (others.length === 0) return measuredColumn(first);
  return others.map(measuredColumn).reduce((joined, next) => join(joined, next, rows), measuredColumn(first));
}

/** Places that are many beside what they stand for are made fewer, so that what is counted by them is small. */
const fewPlaces = 16;

const measuredColumn = remembered((column: ValueColumn): Measured => {
  const placed = placedOf(column);
  const source = { places: placed.places, distinct: rowsOf(placed.distinct) };
  const measured = { ...source, ...slotsOf(column, valuesAt(placed)) };
  const slots = measured.values.length + measured.missing.length;
  if (source.distinct <= Math.max(fewPlaces, slots)) return measured;
  const places = lookUp([source], source.places.length, ([place = 0]) => measured.slotOf[place] ?? 0);
  return {
    ...measured,
    places: narrow(places, slots),
    distinct: slots,
    slotOf: Uint32Array.from({ length: slots }, (_, at) => at),
  };
});

/** Categories in the order of their scale, other values in the order of their places. */
function slotsOf(column: ValueColumn, places: readonly Value[]): Omit<Measured, keyof Source> {
  const found = new Set(places.flatMap((value) => (value.known ? [plainOf(value.value)] : [])));
  const known = column.kind === 'category' ? column.ids.filter((id) => found.has(id)) : [...found];
  const kinds = new Set(places.flatMap((value) => (value.known ? [] : [value.kind])));
  const missing = missingKinds.filter((kind) => kinds.has(kind));
  const slotOfKnown = new Map(known.map((value, slot) => [value, slot]));
  const slotOf = places.map((value) =>
    value.known ? (slotOfKnown.get(plainOf(value.value)) ?? 0) : known.length + missing.indexOf(value.kind),
  );
  return {
    slotOf: Uint32Array.from(slotOf),
    values: known.map((value) => [value]),
    missing,
    shape: shapeOf(known.length, missing),
  };
}

function shapeOf(known: number, missing: readonly MissingKind[]): string {
  return `${known} ${missing.join(' ')}`;
}

function plainOf(value: string | number | boolean): string | number {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}

/** A combination is not asked if a part of it was not, else it has the kind of its first missing part. */
function join(left: Measured, right: Measured, rows: number): Measured {
  const values: (readonly (string | number)[])[] = [];
  const missing: MissingKind[] = [];
  const slotOf: number[] = [];
  const slots = new Map<string, number>();
  const resultOf = (one: number, other: number): number => {
    const [a, b] = [left.slotOf[one] ?? 0, right.slotOf[other] ?? 0];
    const kind = joinedKind(left, a, right, b);
    const key = kind ?? `${a} ${b}`;
    const known = slots.get(key);
    if (known !== undefined) return known;
    slots.set(key, slots.size);
    // Known values come first; how many there will be is told by the end.
    if (kind === undefined) slotOf.push(values.push([...(left.values[a] ?? []), ...(right.values[b] ?? [])]) - 1);
    else slotOf.push(-missing.push(kind));
    return slots.size - 1;
  };
  const places = isFew([left, right], rows)
    ? lookUp([left, right], rows, ([one = 0, other = 0]) => resultOf(one, other))
    : rowByRow(left, right, rows, resultOf);
  return {
    places: narrow(places, slots.size),
    distinct: slots.size,
    slotOf: Uint32Array.from(slotOf, (slot) => (slot < 0 ? values.length - 1 - slot : slot)),
    values,
    missing,
    shape: shapeOf(values.length, missing),
  };
}

function joinedKind(left: Measured, a: number, right: Measured, b: number): MissingKind | undefined {
  const one = left.missing[a - left.values.length];
  const other = right.missing[b - right.values.length];
  return one === 'not_asked' || other === 'not_asked' ? 'not_asked' : (one ?? other);
}

function rowByRow(left: Source, right: Source, rows: number, resultOf: (one: number, other: number) => number): Codes {
  const known = new Map<number, number>();
  const places = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const [one, other] = [left.places[row] ?? 0, right.places[row] ?? 0];
    const pair = one * right.distinct + other;
    let place = known.get(pair);
    if (place === undefined) {
      place = resultOf(one, other);
      known.set(pair, place);
    }
    places[row] = place;
  }
  return places;
}
