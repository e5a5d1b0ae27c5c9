import { type CodeRange, plainCode, rangeOf, wholeNumber } from '../expression/codes';
import { isDate } from '../expression/dates';
import type { MissingCategory, ResponseScale } from '../expression/types';
import type { MissingKind } from '../expression/value';
import type { RangeText } from '../model/declarations';

/**
 * What one cell text means before the universe is known. `fault`: the codebook does not allow it, and it counts as
 * `invalid`.
 */
export type CellMeaning =
  | { readonly kind: 'category'; readonly index: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'missing'; readonly missing: MissingKind }
  | { readonly kind: 'empty' }
  | { readonly kind: 'fault'; readonly fault: CellFault };

export type CellFault = 'unknown-code' | 'out-of-range' | 'not-a-number' | 'not-a-date';

export type ReadCell = (text: string) => CellMeaning;

/** Cells of a question with a response scale; `ids` gives the order of the categories in the column. */
export function readCategories(scale: ResponseScale, ids: readonly string[]): ReadCell {
  const indexOf = new Map<string, number>();
  for (const category of scale.categories) {
    if (category.code === undefined) continue;
    const code = plainCode(category.code);
    if (!indexOf.has(code)) indexOf.set(code, ids.indexOf(category.id));
  }
  const readMissing = readMissingCodes(scale.missing);
  return (text) => {
    if (text === '') return { kind: 'empty' };
    const index = indexOf.get(plainCode(text));
    return index === undefined ? (readMissing(text) ?? { kind: 'fault', fault: 'unknown-code' }) : { kind: 'category', index };
  };
}

/** Cells of a number; missing codes come first, so that a 99 among them is never averaged. */
export function readNumbers(
  missing: readonly MissingCategory[],
  range: Pick<RangeText, 'low' | 'high'> | undefined,
  decimal: '.' | ',',
): ReadCell {
  const readMissing = readMissingCodes(missing);
  return (text) => {
    if (text === '') return { kind: 'empty' };
    const declared = readMissing(text);
    if (declared !== undefined) return declared;
    const value = parseNumber(text, decimal);
    if (value === undefined) return { kind: 'fault', fault: 'not-a-number' };
    const inside = value >= (range?.low ?? Number.NEGATIVE_INFINITY) && value <= (range?.high ?? Number.POSITIVE_INFINITY);
    return inside ? { kind: 'number', value } : { kind: 'fault', fault: 'out-of-range' };
  };
}

export function readTexts(missing: readonly MissingCategory[]): ReadCell {
  const readMissing = readMissingCodes(missing);
  return (text) => (text === '' ? { kind: 'empty' } : (readMissing(text) ?? { kind: 'text', value: text }));
}

/** Dates are ISO, `2020-12-31`, and days that exist. */
export function readDates(missing: readonly MissingCategory[]): ReadCell {
  const readText = readTexts(missing);
  return (text) => {
    const meaning = readText(text);
    return meaning.kind === 'text' && !isDate(meaning.value) ? { kind: 'fault', fault: 'not-a-date' } : meaning;
  };
}

/** A finite number with this decimal sign and no others, or `undefined`. */
export function parseNumber(text: string, decimal: '.' | ','): number | undefined {
  const plain = decimal === ',' ? text.replace(',', '.') : text;
  if (decimal === ',' && text.includes('.')) return undefined;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** Codes of missing answers; a code may be an inclusive range of whole numbers, `-9..-1`. */
export function readMissingCodes(declared: readonly MissingCategory[]): (text: string) => CellMeaning | undefined {
  const exact = new Map<string, CellMeaning>();
  const ranges: { readonly range: CodeRange; readonly meaning: CellMeaning }[] = [];
  for (const { code, kind } of declared) {
    if (code === undefined) continue;
    const meaning = { kind: 'missing', missing: kind } as const;
    const range = rangeOf(code);
    if (range !== undefined) ranges.push({ range, meaning });
    else if (!exact.has(plainCode(code))) exact.set(plainCode(code), meaning);
  }
  return (text) => {
    const found = exact.get(plainCode(text));
    const number = found === undefined && ranges.length > 0 ? wholeNumber(text) : undefined;
    if (number === undefined) return found;
    return ranges.find(({ range }) => range.low <= number && number <= range.high)?.meaning;
  };
}
