import { plainCode, rangeOf } from '../expression/codes';
import type { MissingCategory, ResponseScale } from '../expression/types';
import type { MissingKind } from '../expression/value';
import type { RangeText } from '../model/declarations';
import type { Dialect, SourceType } from './dialect';
import { anyOf, type Branch, cases, type Fragment, lookedUp, sql } from './fragment';
import type { SqlSource } from './source';
import { codeOf, invalid, type PlainSqlValue, type Writer, withState } from './value';

/** One column of the source, and what is asked of its cells. */
export interface Cells {
  readonly name: string;
  /** What a code means; anything else, `otherwise`. The empty text is an empty cell. */
  readonly meaning: (codes: CodeMeanings, otherwise: Fragment) => Fragment;
  /** The text of each cell, trimmed; `''` where nothing stands in it. */
  readonly text: Fragment;
  /** The text as codes are compared: without a trailing `.0`. */
  readonly code: () => Fragment;
  /** The number that stands in it; infinite where there is none. */
  readonly number: () => Fragment;
}

/** The cells of a column; `undefined` where the source has no such column. */
export function cellsOf({ dialect, layers }: Writer, source: SqlSource, name: string): Cells | undefined {
  const type = source.columns.get(name);
  if (type === undefined) return undefined;
  const column = sql`answers.${dialect.identifier(name)}`;
  const text = layers.define(`cell_${name}`, cellText(dialect, column, type));
  const code = () => (type === 'integer' ? text : layers.define(`code_${name}`, plainCodeOf({ dialect }, text)));
  const whole = () => {
    const isWhole = dialect.matches(code(), '-?[0-9]+');
    return layers.define(`whole_${name}`, cases([{ when: isWhole, result: dialect.numberOf(code()) }], dialect.infinity));
  };
  return {
    name,
    text,
    code,
    meaning: (codes, otherwise) =>
      type === 'integer'
        ? meaningOfNumber(layers.define(`value_${name}`, column), codes, otherwise)
        : meaningOfText({ dialect }, { code: code(), whole }, codes, otherwise),
    number: () => {
      if (type === 'integer' || type === 'float') return layers.define(`number_${name}`, dialect.double(column));
      const written = source.decimal === ',' ? dialect.replaced(text, ',', '.') : text;
      const isNumber = dialect.matches(text, numberPattern(source.decimal));
      return layers.define(`number_${name}`, cases([{ when: isNumber, result: dialect.numberOf(written) }], dialect.infinity));
    },
  };
}

function cellText(dialect: Dialect, column: Fragment, type: SourceType): Fragment {
  if (type === 'clean') return column;
  const cell = dialect.cell(column, type);
  return type === 'text' ? dialect.trimmed(cell) : cell;
}

/** As `parseNumber` reads numbers. */
function numberPattern(decimal: '.' | ','): string {
  return `[-+]?([0-9]+[${decimal}]?[0-9]*|[${decimal}][0-9]+)([eE][-+]?[0-9]+)?`;
}

/** As `plainCode`; cells that do not end in 0 need no regular expression. */
export function plainCodeOf({ dialect }: Pick<Writer, 'dialect'>, text: Fragment): Fragment {
  const isPadded = sql`${text} LIKE '%0' AND ${dialect.matches(text, '-?[0-9]+[.,]0+')}`;
  return cases([{ when: isPadded, result: dialect.without(text, '[.,]0+$') }], text);
}

/** Cells of a question with a response scale, as `readCategories` reads them. */
export function categoriesIn(cells: Cells, scale: ResponseScale, ids: readonly string[], empty: MissingKind): Fragment {
  const meanings = new Map<string, number>([['', codeOf(empty)]]);
  for (const { code, id } of scale.categories) {
    if (code !== undefined && !meanings.has(plainCode(code))) meanings.set(plainCode(code), ids.indexOf(id));
  }
  const { exact, ranges } = missingCodes(scale.missing);
  for (const [code, state] of exact) if (!meanings.has(code)) meanings.set(code, state);
  return cells.meaning({ exact: meanings, ranges }, sql`${invalid}`);
}

/** Cells of a number, as `readNumbers` reads them. */
export function numbersIn(
  writer: Writer,
  cells: Cells,
  missing: readonly MissingCategory[],
  range: Pick<RangeText, 'low' | 'high'> | undefined,
  empty: MissingKind,
): PlainSqlValue {
  const { dialect, layers } = writer;
  const number = cells.number();
  const faults = [
    sql`NOT ${dialect.isFinite(number)}`,
    ...(range?.low === undefined ? [] : [sql`${number} < ${dialect.number(range.low)}`]),
    ...(range?.high === undefined ? [] : [sql`${number} > ${dialect.number(range.high)}`]),
  ];
  const read = cases([{ when: anyOf(faults), result: sql`${invalid}` }], sql`0`);
  const state = layers.define(`state_${cells.name}`, declaredOr(writer, cells, missing, empty, read));
  return withState(writer, cells.name, { kind: 'number', value: number, state }, state);
}

/** Cells of a text, or of a date: a day that exists. */
export function textsIn(
  writer: Writer,
  cells: Cells,
  missing: readonly MissingCategory[],
  what: 'text' | 'date',
  empty: MissingKind,
): PlainSqlValue {
  const { dialect, layers } = writer;
  const isDay = dialect.matches(cells.text, dayPattern);
  const read = what === 'text' ? sql`0` : cases([{ when: isDay, result: sql`0` }], sql`${invalid}`);
  const state = layers.define(`state_${cells.name}`, declaredOr(writer, cells, missing, empty, read));
  return withState(writer, cells.name, { kind: 'text', value: cells.text, state }, state);
}

/** Days of the Gregorian calendar, as `isDate` knows them. */
const dayPattern = [
  '[0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])',
  '[0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30)',
  '[0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8])',
  '([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29',
].join('|');

/** The state that an empty cell or a declared missing code gives, else what is read. */
function declaredOr(
  { dialect }: Writer,
  cells: Cells,
  missing: readonly MissingCategory[],
  empty: MissingKind,
  read: Fragment,
): Fragment {
  const { exact, ranges } = missingCodes(missing);
  if (exact.size === 0 && ranges.length === 0)
    return cases([{ when: sql`${cells.text} = ${dialect.text('')}`, result: sql`${codeOf(empty)}` }], read);
  return cells.meaning({ exact: new Map([['', codeOf(empty)], ...exact]), ranges }, read);
}

interface MissingRange {
  readonly low: number;
  readonly high: number;
  readonly state: number;
}

/** What codes mean: the plain codes by themselves first, then ranges of whole numbers, in their order. */
export interface CodeMeanings {
  readonly exact: ReadonlyMap<string, number>;
  readonly ranges: readonly MissingRange[];
}

/** As `readMissingCodes`: the first code or range that is declared counts. */
export function missingCodes(declared: readonly MissingCategory[]): CodeMeanings {
  const exact = new Map<string, number>();
  const ranges: MissingRange[] = [];
  for (const { code, kind } of declared) {
    if (code === undefined) continue;
    const range = rangeOf(code);
    if (range !== undefined) ranges.push({ ...range, state: codeOf(kind) });
    else if (!exact.has(plainCode(code))) exact.set(plainCode(code), codeOf(kind));
  }
  return { exact, ranges };
}

function meaningOfText(
  { dialect }: Pick<Writer, 'dialect'>,
  { code, whole }: { readonly code: Fragment; readonly whole: () => Fragment },
  { exact, ranges }: CodeMeanings,
  otherwise: Fragment,
): Fragment {
  const inRanges = ranges.map(({ low, high, state }): Branch => {
    const number = whole();
    return {
      when: sql`${number} >= ${dialect.number(low)} AND ${number} <= ${dialect.number(high)}`,
      result: sql`${state}`,
    };
  });
  const keys = [...exact].map(([key, state]) => ({ key: dialect.text(key), result: sql`${state}` }));
  return lookedUp(code, keys, cases(inRanges, otherwise));
}

/**
 * The same for a column of whole numbers. Codes that follow each other and mean categories that follow each other are one
 * comparison: a statement over many questions takes most of its time here.
 */
function meaningOfNumber(column: Fragment, { exact, ranges }: CodeMeanings, otherwise: Fragment): Fragment {
  const numbers = [...exact]
    .filter(([code]) => /^(0|-?[1-9][0-9]{0,8})$/.test(code))
    .map(([code, state]) => ({ from: Number(code), to: Number(code), state }))
    .sort((a, b) => a.from - b.from);
  const runs: { readonly from: number; readonly to: number; readonly state: number }[] = [];
  for (const one of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last.to + 1 === one.from && last.state + last.to - last.from + 1 === one.state)
      runs[runs.length - 1] = { ...last, to: one.to };
    else runs.push(one);
  }
  const read = runs.map(({ from, to, state }): Branch => {
    if (from === to) return { when: sql`${column} = ${from}`, result: sql`${state}` };
    return { when: sql`${column} >= ${from} AND ${column} <= ${to}`, result: sql`${column} - ${from - state}` };
  });
  const inRanges = ranges.map(({ low, high, state }): Branch => {
    return { when: sql`${column} >= ${low} AND ${column} <= ${high}`, result: sql`${state}` };
  });
  const empty = exact.get('');
  const isEmpty = { when: sql`${column} IS NULL`, result: sql`${empty ?? invalid}` };
  return cases([...read, isEmpty, ...inRanges], otherwise);
}
