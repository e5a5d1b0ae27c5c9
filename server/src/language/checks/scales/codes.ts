import type { Name } from '../../model/declarations';
import { sameCode } from '../../shares';

/** The code of an answer with the answer's id. */
export interface WrittenCode {
  readonly id: string;
  readonly code: Name;
}

/** Whether one cell of the data could be read as both. A range, `-9..-1`, holds every whole number in it. */
export function overlap(a: string, b: string): boolean {
  const [rangeA, rangeB] = [boundsOf(a), boundsOf(b)];
  if (rangeA === undefined || rangeB === undefined || (!isRange(a) && !isRange(b))) return sameCode(a, b);
  return rangeA.low <= rangeB.high && rangeB.low <= rangeA.high;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

const rangePattern = /^(-?\d+)\.\.(-?\d+)$/;

function isRange(code: string): boolean {
  return rangePattern.test(code);
}

/** A whole number is a range of one. */
function boundsOf(code: string): Bounds | undefined {
  const [, low, high] = rangePattern.exec(code) ?? [];
  if (low !== undefined && high !== undefined) return { low: Number(low), high: Number(high) };
  const whole = /^(-?\d+)(?:[.,]0+)?$/.exec(code)?.[1];
  return whole === undefined ? undefined : { low: Number(whole), high: Number(whole) };
}
