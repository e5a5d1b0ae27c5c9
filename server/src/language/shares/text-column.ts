import { parseNumber } from './cell';
import type { CodedColumn, Codes, NumberTexts, TextColumn } from './types';

/** The text of each row, exactly as it is written. */
export function textReader(column: TextColumn): (row: number) => string {
  if (column.kind === 'numbers') return (row) => writtenNumber(column, column.numbers[row] ?? Number.NaN);
  const { dictionary, codes } = column;
  return (row) => dictionary[codes[row] ?? 0] ?? '';
}

/** The number of each row as `parseNumber` reads it; `undefined` for an empty cell and for what is no number. */
export function numberReader(column: TextColumn, decimal: '.' | ','): (row: number) => number | undefined {
  if (column.kind === 'codes') {
    const { codes } = column;
    const numbers = column.dictionary.map((text) => parseNumber(text, decimal));
    return (row) => numbers[codes[row] ?? 0];
  }
  const { numbers, sign, decimals } = column;
  // With the other sign, a cell with decimals is no number, and one without still is.
  const isReadable =
    sign === decimal || decimals === 0 ? () => true : (value: number) => decimals === undefined && Number.isInteger(value);
  return (row) => {
    const value = numbers[row];
    return value === undefined || Number.isNaN(value) || !isReadable(value) ? undefined : value;
  };
}

export function rowsOf(column: TextColumn): number {
  return column.kind === 'codes' ? column.codes.length : column.numbers.length;
}

/** How many different texts there are; the empty one is one of them. */
export function distinctTexts(column: TextColumn): number {
  return column.kind === 'codes' ? column.dictionary.length : rowsOf(column) - repeats(column.numbers);
}

export function hasEmptyCell(column: TextColumn): boolean {
  return column.kind === 'codes' ? column.dictionary.includes('') : column.numbers.some(Number.isNaN);
}

/** Each distinct text with the number of its rows, in the order of appearance. */
export function countedTexts(column: TextColumn): readonly { readonly text: string; readonly count: number }[] {
  const { dictionary, codes } = codedOf(column);
  const counts = new Uint32Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return dictionary.map((text, code) => ({ text, count: counts[code] ?? 0 }));
}

/** Rows with a text that stands in a row above as well; empty cells are not counted. */
export function repeatedCells(column: TextColumn): number {
  if (column.kind === 'codes') {
    return countedTexts(column).reduce((sum, { text, count }) => (text === '' ? sum : sum + count - 1), 0);
  }
  return repeats(column.numbers.filter((value) => !Number.isNaN(value)));
}

/** The column in the form that has a dictionary, whatever that costs: for what is hardly ever asked of very many numbers. */
export function codedOf(column: TextColumn): CodedColumn {
  if (column.kind === 'codes') return column;
  const codeOf = new Map<number, number>();
  const codes = new Uint32Array(column.numbers.length);
  for (const [row, value] of column.numbers.entries()) {
    const code = codeOf.get(value) ?? codeOf.size;
    if (code === codeOf.size) codeOf.set(value, code);
    codes[row] = code;
  }
  const dictionary = Array.from(codeOf.keys(), (value) => writtenNumber(column, value));
  return { kind: 'codes', name: column.name, dictionary, codes: narrowed(codes, dictionary.length) };
}

/** Codes in the narrowest form that a dictionary of this size allows. */
export function narrowed(codes: Uint32Array, distinct: number): Codes {
  if (distinct <= 0x1_00) return Uint8Array.from(codes);
  return distinct <= 0x1_00_00 ? Uint16Array.from(codes) : codes;
}

function writtenNumber({ decimals, sign }: NumberTexts, value: number): string {
  if (Number.isNaN(value)) return '';
  const text = decimals === undefined ? `${value}` : value.toFixed(decimals);
  return sign === '.' ? text : text.replace('.', sign);
}

/** Numbers that are equal to another one before them. Numbers of persons mostly stand in their order. */
function repeats(numbers: Float64Array): number {
  if (numbers.every((value, at) => at === 0 || value > (numbers[at - 1] ?? 0))) return 0;
  const sorted = numbers.slice().sort();
  return sorted.reduce((count, value, at) => (at > 0 && Object.is(value, sorted[at - 1]) ? count + 1 : count), 0);
}
