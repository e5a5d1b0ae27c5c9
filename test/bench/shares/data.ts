import type { CodedColumn, DataTable, NumberTexts, TextColumn } from '../../../server/src/language/shares';

/**
 * Answers that are the same wherever they are made: 57 questions on five points with a twentieth missing, three breakdowns
 * of 2, 5 and 8 groups, 24 strata, and a weight of four decimals.
 */
export const questions = Array.from({ length: 57 }, (_, at) => `q${`${at + 1}`.padStart(2, '0')}`);
export const breakdowns = { sex: 2, age: 5, region: 8 } as const;
export const strata = 24;

/** At least `k` of five questions answered with 4 or 5, of those who answered any of them. */
export const indicators = Array.from({ length: 10 }, (_, at) => ({
  id: `ind${at + 1}`,
  of: Array.from({ length: 5 }, (_one, item) => questions[(at * 5 + item * 7) % 57] ?? ''),
  k: 2 + (at % 2),
}));

/** The columns in the order of the file, as bytes from 0 (of questions: 1 to 5, and 0 where there is no answer), then weights. */
export interface Answers {
  readonly rows: number;
  readonly codes: ReadonlyMap<string, Uint8Array>;
  readonly weights: Float64Array;
}

export function answersOf(rows: number): Answers {
  const codes = new Map<string, Uint8Array>();
  for (const [at, name] of questions.entries()) codes.set(name, questionOf(rows, at));
  for (const [at, [name, groups]] of Object.entries(breakdowns).entries()) codes.set(name, groupsOf(rows, groups, 901 + at));
  codes.set('stratum', groupsOf(rows, strata, 904));
  return { rows, codes, weights: weightsOf(rows) };
}

/** Some answers are more frequent than others. */
function questionOf(rows: number, at: number): Uint8Array {
  const draw = drawing(at + 1);
  const codes = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const drawn = draw();
    if (drawn % 20 > 0) codes[row] = 1 + ((((drawn >>> 5) % 7) + ((drawn >>> 13) % (3 + (at % 3)))) % 5);
  }
  return codes;
}

function groupsOf(rows: number, groups: number, seed: number): Uint8Array {
  const draw = drawing(seed);
  const codes = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) codes[row] = (draw() >>> 7) % groups;
  return codes;
}

function weightsOf(rows: number): Float64Array {
  const draw = drawing(905);
  const weights = new Float64Array(rows);
  for (let row = 0; row < rows; row++) weights[row] = Math.round(3000 + ((draw() >>> 5) % 24_000)) / 10_000;
  return weights;
}

/** Whole numbers of 32 bits (splitmix). */
function drawing(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b9);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/** The answers as a data file that has been read. */
export function tableOf({ rows, codes, weights }: Answers): DataTable {
  const columns = new Map<string, TextColumn>();
  for (const [name, places] of codes) columns.set(name, coded(name, places));
  const weight: NumberTexts = { kind: 'numbers', name: 'weight', numbers: weights, sign: '.' };
  columns.set('weight', weight);
  return { file: 'data.csv', rows, columns, delimiter: ',', decimal: '.', encoding: 'utf-8' };
}

function coded(name: string, codes: Uint8Array): CodedColumn {
  return { kind: 'codes', name, dictionary: dictionaryOf(name), codes };
}

/** The text of each code. */
export function dictionaryOf(name: string): readonly string[] {
  if (questions.includes(name)) return ['', '1', '2', '3', '4', '5'];
  const groups = Object.entries(breakdowns).find(([one]) => one === name)?.[1] ?? strata;
  return Array.from({ length: groups }, (_, at) => `${at + 1}`);
}

/** The lines of the data file, some thousands at a time, first the names of the columns. */
export function* csvOf({ rows, codes, weights }: Answers): Generator<string> {
  const columns = [...codes].map(([name, of]) => ({ of, texts: dictionaryOf(name) }));
  yield `${[...codes.keys(), 'weight'].join(',')}\n`;
  for (let from = 0; from < rows; from += 10_000) {
    let lines = '';
    for (let row = from; row < Math.min(rows, from + 10_000); row++) {
      for (const { of, texts } of columns) lines += `${texts[of[row] ?? 0] ?? ''},`;
      lines += `${weights[row] ?? 0}\n`;
    }
    yield lines;
  }
}
