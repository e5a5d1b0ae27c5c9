import type { ScalarType } from '../expression/types';
import { missingKinds, type Value } from '../expression/value';
import { remembered } from '../text/remember';
import { draftColumn, valueReader } from './columns';
import { isFew, lookUp } from './look-up';
import type { CategoryColumn, Codes, NumberColumn, Placed, StringColumn, ValueColumn } from './types';

/**
 * A column given by the place that each of its rows has in a short column of distinct values. What rows hold is written out
 * only if somebody reads it row by row.
 */
export function spread(distinct: ValueColumn, places: Codes): ValueColumn {
  switch (distinct.kind) {
    case 'category':
      return spreadCategories(distinct, places);
    case 'number':
      return spreadNumbers(distinct, places);
    case 'string':
      return spreadTexts(distinct, places);
  }
}

/** As `spread`, from values of a type. */
export function spreadValues(type: ScalarType, values: readonly Value[], places: Codes): ValueColumn {
  const draft = draftColumn(type, values.length);
  for (const [place, value] of values.entries()) draft.set(place, value);
  return spread(draft.column, places);
}

function spreadCategories(distinct: CategoryColumn, places: Codes): CategoryColumn {
  const codes = once(() => {
    const spreadCodes = new Int16Array(places.length);
    const { codes: short } = distinct;
    for (let row = 0; row < places.length; row++) spreadCodes[row] = short[places[row] ?? 0] ?? 0;
    return spreadCodes;
  });
  return {
    kind: 'category',
    ids: distinct.ids,
    placed: { places, distinct },
    get codes() {
      return codes();
    },
  };
}

function spreadNumbers(distinct: NumberColumn, places: Codes): NumberColumn {
  const numbers = once(() => Float64Array.from(places, (place) => distinct.numbers[place] ?? 0));
  const kinds = once(() => Uint8Array.from(places, (place) => distinct.missing[place] ?? 0));
  return {
    kind: 'number',
    placed: { places, distinct },
    get numbers() {
      return numbers();
    },
    get missing() {
      return kinds();
    },
  };
}

function spreadTexts(distinct: StringColumn, places: Codes): StringColumn {
  const texts = once(() => Array.from(places, (place) => distinct.texts[place] ?? ''));
  const kinds = once(() => Uint8Array.from(places, (place) => distinct.missing[place] ?? 0));
  return {
    kind: 'string',
    placed: { places, distinct },
    get texts() {
      return texts();
    },
    get missing() {
      return kinds();
    },
  };
}

function once<T extends object>(compute: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= compute();
    return value;
  };
}

/** The places of a column in its distinct values; those of a column that was filled row by row are found once. */
export function placedOf(column: ValueColumn): Placed<ValueColumn> {
  return column.placed ?? foundPlaces(column);
}

const foundPlaces = remembered((column: ValueColumn): Placed<ValueColumn> => {
  switch (column.kind) {
    case 'category':
      return categoryPlaces(column);
    case 'number':
      return plainPlaces(column.numbers, column.missing, (values) => ({
        kind: 'number',
        numbers: Float64Array.from(values, Number),
        missing: new Uint8Array(values.length),
      }));
    case 'string':
      return plainPlaces(column.texts, column.missing, (values) => ({
        kind: 'string',
        texts: values.map(String),
        missing: new Uint8Array(values.length),
      }));
  }
});

/** Codes in the order of their first row. */
function categoryPlaces({ ids, codes }: CategoryColumn): Placed<CategoryColumn> {
  const kinds = missingKinds.length;
  const placeOf = new Int32Array(ids.length + kinds).fill(-1);
  const found: number[] = [];
  const places = ids.length + kinds <= 256 ? new Uint8Array(codes.length) : new Uint16Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    let place = placeOf[code + kinds] ?? -1;
    if (place < 0) {
      place = found.push(code) - 1;
      placeOf[code + kinds] = place;
    }
    places[row] = place;
  }
  return { places, distinct: { kind: 'category', ids, codes: Int16Array.from(found) } };
}

/** Known values in the order of their first row, then the kinds of missing values. */
function plainPlaces(
  source: ArrayLike<string | number>,
  kinds: Uint8Array,
  columnOf: (values: readonly (string | number)[]) => NumberColumn | StringColumn,
): Placed<ValueColumn> {
  const placeOf = new Map<string | number, number>();
  const places = new Int32Array(source.length);
  for (let row = 0; row < source.length; row++) {
    const kind = kinds[row] ?? 0;
    const value = source[row] ?? '';
    let place = kind > 0 ? -kind : placeOf.get(value);
    if (place === undefined) {
      place = placeOf.size;
      placeOf.set(value, place);
    }
    places[row] = place;
  }
  const values = [...placeOf.keys()];
  const distinct = columnOf([...values, ...missingKinds.map(() => 0)]);
  for (const [at] of missingKinds.entries()) distinct.missing[values.length + at] = at + 1;
  for (let row = 0; row < places.length; row++) {
    const place = places[row] ?? 0;
    if (place < 0) places[row] = values.length - 1 - place;
  }
  return { places: narrow(places, values.length + missingKinds.length), distinct };
}

/** Codes in the narrowest form that so many distinct values allow; the same object where it has that form. */
export function narrow(places: Codes | Int32Array, distinct: number): Codes {
  if (distinct <= 0x1_00) return places instanceof Uint8Array ? places : new Uint8Array(places);
  if (distinct <= 0x1_00_00) return places instanceof Uint16Array ? places : new Uint16Array(places);
  return places instanceof Uint32Array ? places : new Uint32Array(places);
}

/** The value at each place. */
export function valuesAt({ distinct }: Placed<ValueColumn>): readonly Value[] {
  const read = valueReader(distinct);
  return Array.from({ length: rowsOf(distinct) }, (_, place) => read(place));
}

export function rowsOf(column: ValueColumn): number {
  if (column.placed !== undefined) return column.placed.places.length;
  return column.kind === 'category' ? column.codes.length : column.missing.length;
}

/**
 * A column of categories that depends on nothing but other such columns: `codeOf` gives its code for a code of each of them.
 * It must not have more combinations than there is memory for where there are many columns; then rows are gone through.
 */
export function lookUpColumn(
  columns: readonly CategoryColumn[],
  ids: readonly string[],
  rows: number,
  codeOf: (codes: readonly number[]) => number,
): CategoryColumn {
  const placed = columns.map(categoriesPlaced);
  const sources = placed.map(({ places, distinct }) => ({ places, distinct: distinct.codes.length }));
  const [only, ...others] = placed;
  if (only !== undefined && others.length === 0) {
    return spreadCategories({ kind: 'category', ids, codes: only.distinct.codes.map((code) => codeOf([code])) }, only.places);
  }
  if (!isFew(sources, rows)) {
    const codes = Int16Array.from({ length: rows }, (_, row) => codeOf(columns.map((column) => column.codes[row] ?? 0)));
    return { kind: 'category', ids, codes };
  }
  const kinds = missingKinds.length;
  const found: number[] = [];
  const placeOf = new Map<number, number>();
  const places = lookUp(sources, rows, (combination) => {
    const code = codeOf(combination.map((place, at) => placed[at]?.distinct.codes[place] ?? 0));
    const known = placeOf.get(code + kinds);
    if (known !== undefined) return known;
    placeOf.set(code + kinds, found.length);
    return found.push(code) - 1;
  });
  return spreadCategories({ kind: 'category', ids, codes: Int16Array.from(found) }, places);
}

function categoriesPlaced(column: CategoryColumn): Placed<CategoryColumn> {
  const { places, distinct } = placedOf(column);
  return distinct.kind === 'category' ? { places, distinct } : categoryPlaces(column);
}
