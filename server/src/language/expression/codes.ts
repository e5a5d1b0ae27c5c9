/** The code of an answer, as a codebook or a cell writes it: a text, or for missing answers a range of whole numbers, `-9..-1`. */
export interface CodeRange {
  readonly low: number;
  readonly high: number;
}

/** Two codes are the same if their texts are, or if both are plain integers but for a trailing `.0…`; `01` is not `1`. */
export function sameCode(a: string, b: string): boolean {
  return plainCode(a) === plainCode(b);
}

/** A code without a trailing `.0…` (`,0…` in a data file): equal for codes that are the same. */
export function plainCode(code: string): string {
  return /^-?\d+[.,]0+$/.test(code) ? code.replace(/[.,]0+$/, '') : code;
}

/** The whole numbers of an inclusive range; `undefined` for a single code. */
export function rangeOf(code: string): CodeRange | undefined {
  const [, low, high] = /^(-?\d+)\.\.(-?\d+)$/.exec(code) ?? [];
  return low === undefined || high === undefined ? undefined : { low: Number(low), high: Number(high) };
}

/** The number of a code that is a whole number, `46` and `46.0`, as ranges count it. */
export function wholeNumber(code: string): number | undefined {
  const plain = plainCode(code);
  return /^-?\d+$/.test(plain) ? Number(plain) : undefined;
}

/** Whether a declared code, or range of codes, holds a single one. */
export function holdsCode(declared: string, code: string): boolean {
  const range = rangeOf(declared);
  if (range === undefined) return sameCode(declared, code);
  const number = wholeNumber(code);
  return number !== undefined && range.low <= number && number <= range.high;
}
