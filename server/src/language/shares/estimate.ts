import type { Estimated } from '../estimation';
import type { Estimate, NoNumber } from './types';

/** The number of an estimate, with its exact ratio for rounding. */
export function estimateFrom({ value, ratio }: Estimated): Estimate {
  return { kind: 'value', value, ...(ratio === undefined ? {} : { ratio }) };
}

/** An unweighted number of respondents. 0 is a number. */
export function countEstimate(n: number): Estimate {
  return { kind: 'value', value: n, ratio: { numerator: n, denominator: 1 } };
}

export function none(reason: NoNumber): Estimate {
  return { kind: 'none', reason };
}
