import { type CodeRange, rangeOf, sameCode, wholeNumber } from '../../expression/codes';
import type { Name } from '../../model/declarations';

/** The code of an answer with the answer's id. */
export interface WrittenCode {
  readonly id: string;
  readonly code: Name;
}

/** Whether one cell of the data could be read as both. A range, `-9..-1`, holds every whole number in it. */
export function overlap(a: string, b: string): boolean {
  if (rangeOf(a) === undefined && rangeOf(b) === undefined) return sameCode(a, b);
  const [first, second] = [numbersOf(a), numbersOf(b)];
  return first !== undefined && second !== undefined && first.low <= second.high && second.low <= first.high;
}

/** A whole number is a range of one. */
function numbersOf(code: string): CodeRange | undefined {
  const number = wholeNumber(code);
  return rangeOf(code) ?? (number === undefined ? undefined : { low: number, high: number });
}
