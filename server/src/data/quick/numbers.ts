import type { NumberForm } from '../number-form';

/**
 * Reads a number that is written as those before it, up to the delimiter or the end of the line, and gives where that is; -1
 * where it is any other cell, of which nothing is taken. Fifteen digits fit a number exactly, and so does a power of ten up to the
 * twenty-second: their quotient is the nearest number there is, and the same that reading the text would give.
 */
export function readNumber(
  bytes: Uint8Array,
  from: number,
  delimiter: number,
  { values, form }: { readonly values: Float64Array; readonly form: NumberForm },
  row: number,
): number {
  let at = from;
  const isNegative = bytes[at] === 45;
  if (isNegative) at++;
  const first = at;
  let digits = 0;
  for (let byte = (bytes[at] ?? 0) - 48; byte >= 0 && byte <= 9; byte = (bytes[++at] ?? 0) - 48) digits = digits * 10 + byte;
  const whole = at - first;
  let decimals = 0;
  const sign = bytes[at];
  const hasSign = sign !== delimiter && (sign === 46 || sign === 44);
  if (hasSign) {
    at++;
    for (let byte = (bytes[at] ?? 0) - 48; byte >= 0 && byte <= 9; byte = (bytes[++at] ?? 0) - 48, decimals++) {
      digits = digits * 10 + byte;
    }
    if (decimals === 0 || form.sign !== (sign === 46 ? '.' : ',')) return -1;
  }
  const isEnd = bytes[at] === delimiter || bytes[at] === 10 || bytes[at] === 13;
  const isPlain = whole > 0 && whole + decimals <= 15 && (whole === 1 || bytes[first] !== 48) && (digits > 0 || !isNegative);
  if (!isEnd || !isPlain || !isWrittenSo(form, digits, decimals)) return -1;
  const value = decimals === 0 ? digits : digits / 10 ** decimals;
  values[row] = isNegative ? -value : value;
  return at;
}

/** Whether the form holds for the number as it is; where the number would change the form, it is read as a text. */
function isWrittenSo(form: NumberForm, digits: number, decimals: number): boolean {
  const isFixed = form.decimals === decimals;
  if (!isFixed && form.decimals !== 'various') return false;
  const isShortest = decimals === 0 || (digits % 10 !== 0 && digits >= 10 ** (decimals - 6));
  return isShortest || (isFixed && !form.isShortest);
}
