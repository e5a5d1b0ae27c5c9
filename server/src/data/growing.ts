import type { Codes, TextColumn } from '../language';
import { admit, formOf, type NumberForm } from './number-form';

/** A column that grows row by row. What is written here is read by nobody else before it is finished. */
export interface GrowingColumn {
  readonly name: string;
  /** Each distinct text with its code; empty while the cells are numbers. */
  codeOf: Map<string, number>;
  /** As narrow as the texts so far allow, with room for more rows than there are. */
  codes: Codes;
  /** Instead of codes, where there would be too many. */
  numbers: { readonly values: Float64Array; readonly form: NumberForm } | undefined;
}

/**
 * Most distinct texts of which each has a code whatever they are. With one more, a column of numbers alone keeps the numbers: a
 * number takes eight bytes, a text in a dictionary dozens.
 */
export const mostTexts = 0x1_00_00;

export function growColumn(name: string, capacity: number): GrowingColumn {
  return { name, codeOf: new Map(), codes: new Uint8Array(capacity), numbers: undefined };
}

/** Rows that fit without asking for more room. */
export function capacityOf({ codes, numbers }: GrowingColumn): number {
  return (numbers?.values ?? codes).length;
}

/** Makes room for so many rows. */
export function makeRoom(column: GrowingColumn, rows: number): void {
  if (rows <= capacityOf(column)) return;
  if (column.numbers !== undefined) {
    const values = new Float64Array(rows);
    values.set(column.numbers.values);
    column.numbers = { ...column.numbers, values };
    return;
  }
  column.codes = copied(column.codes, rows, column.codes.BYTES_PER_ELEMENT);
}

/** Takes the cell of a row for which there is room. Rows come in order; the same may come again with another text. */
export function addText(column: GrowingColumn, text: string, row: number): void {
  if (column.numbers !== undefined) {
    addNumber(column, column.numbers, text, row);
    return;
  }
  const code = column.codeOf.get(text) ?? newCode(column, text, row);
  if (code !== undefined) column.codes[row] = code;
}

/**
 * Takes a number that would be written by the shortest digits that say it, where all before it were; `false` where its text has to
 * tell.
 */
export function addShortest({ numbers }: GrowingColumn, value: number, sign: '.' | ',', row: number): boolean {
  if (numbers === undefined || numbers.form.decimals !== 'various' || numbers.form.sign !== sign) return false;
  const size = Math.abs(value);
  if (!(size >= 1e-6 && size < 1e21)) return false;
  numbers.values[row] = value;
  return true;
}

export function finishColumn({ name, codeOf, codes, numbers }: GrowingColumn, rows: number): TextColumn {
  if (numbers === undefined) return { kind: 'codes', name, dictionary: [...codeOf.keys()], codes: codes.subarray(0, rows) };
  const { decimals, sign = '.' } = numbers.form;
  return {
    kind: 'numbers',
    name,
    numbers: numbers.values.subarray(0, rows),
    ...(typeof decimals === 'number' ? { decimals } : {}),
    sign,
  };
}

/** `undefined` where the column now has numbers instead, this row's among them. */
function newCode(column: GrowingColumn, text: string, row: number): number | undefined {
  const code = column.codeOf.size;
  if (code === mostTexts) {
    const form = formOf([...column.codeOf.keys(), text]);
    if (form !== undefined) {
      turnToNumbers(column, form, row);
      addText(column, text, row);
      return undefined;
    }
  }
  column.codeOf.set(text, code);
  if (code === 0x1_00) column.codes = copied(column.codes, column.codes.length, 2);
  if (code === mostTexts) column.codes = copied(column.codes, column.codes.length, 4);
  return code;
}

function turnToNumbers(column: GrowingColumn, form: NumberForm, rows: number): void {
  const { codes } = column;
  const numberOf = Float64Array.from(column.codeOf.keys(), (text) =>
    text === '' ? Number.NaN : Number(text.replace(',', '.')),
  );
  const values = new Float64Array(codes.length);
  for (let row = 0; row < rows; row++) values[row] = numberOf[codes[row] ?? 0] ?? Number.NaN;
  column.numbers = { values, form };
  column.codeOf = new Map();
  column.codes = new Uint8Array(0);
}

function addNumber(column: GrowingColumn, numbers: NonNullable<GrowingColumn['numbers']>, text: string, row: number): void {
  const value = text === '' ? Number.NaN : admit(numbers.form, text);
  if (value !== undefined) {
    numbers.values[row] = value;
    return;
  }
  turnToTexts(column, numbers, row);
  addText(column, text, row);
}

/** Takes back that the column consists of numbers: a text has come that none of them would be written as. */
function turnToTexts(column: GrowingColumn, { values, form }: NonNullable<GrowingColumn['numbers']>, rows: number): void {
  const codeOf = new Map<number, number>();
  const codes = new Uint32Array(values.length);
  for (let row = 0; row < rows; row++) {
    const value = values[row] ?? Number.NaN;
    const code = codeOf.get(value) ?? codeOf.size;
    if (code === codeOf.size) codeOf.set(value, code);
    codes[row] = code;
  }
  column.codeOf = new Map(Array.from(codeOf, ([value, code]) => [written(value, form), code]));
  column.codes = codes;
  column.numbers = undefined;
}

function written(value: number, { decimals, sign = '.' }: NumberForm): string {
  if (Number.isNaN(value)) return '';
  const text = typeof decimals === 'number' ? value.toFixed(decimals) : `${value}`;
  return sign === '.' ? text : text.replace('.', sign);
}

function copied(codes: Codes, capacity: number, bytes: number): Codes {
  const wider = bytes === 1 ? new Uint8Array(capacity) : bytes === 2 ? new Uint16Array(capacity) : new Uint32Array(capacity);
  wider.set(codes);
  return wider;
}
