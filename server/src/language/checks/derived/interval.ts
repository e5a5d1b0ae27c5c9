/** A class of numbers. Infinite ends are open. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly includesLow: boolean;
  readonly includesHigh: boolean;
}

export const everything: Interval = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  includesLow: false,
  includesHigh: false,
};

/** The numbers that two classes share, or `undefined` where they share none. */
export function overlapOf(a: Interval, b: Interval): Interval | undefined {
  const [low, includesLow] = a.low === b.low ? [a.low, a.includesLow && b.includesLow] : lowerEnd(a.low > b.low ? a : b);
  const [high, includesHigh] =
    a.high === b.high ? [a.high, a.includesHigh && b.includesHigh] : upperEnd(a.high < b.high ? a : b);
  const isEmpty = low > high || (low === high && !(includesLow && includesHigh));
  return isEmpty ? undefined : { low, high, includesLow, includesHigh };
}

function lowerEnd({ low, includesLow }: Interval): readonly [number, boolean] {
  return [low, includesLow];
}

function upperEnd({ high, includesHigh }: Interval): readonly [number, boolean] {
  return [high, includesHigh];
}

/** Whether every number of `inner` is in `outer`. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  const shared = overlapOf(inner, outer);
  return (
    shared !== undefined &&
    shared.low === inner.low &&
    shared.high === inner.high &&
    shared.includesLow === inner.includesLow &&
    shared.includesHigh === inner.includesHigh
  );
}

/** What lies between the classes and is in none of them, in order. What lies below the first and above the last is left out. */
export function gapsBetween(classes: readonly Interval[]): readonly Interval[] {
  const [first, ...others] = [...classes].sort((a, b) => a.low - b.low || Number(b.includesLow) - Number(a.includesLow));
  if (first === undefined) return [];
  const gaps: Interval[] = [];
  let reached = first;
  for (const next of others) {
    if (next.low > reached.high || (next.low === reached.high && !next.includesLow && !reached.includesHigh)) {
      gaps.push({
        low: reached.high,
        includesLow: !reached.includesHigh,
        high: next.low,
        includesHigh: !next.includesLow,
      });
    }
    if (next.high > reached.high || (next.high === reached.high && next.includesHigh)) reached = next;
  }
  return gaps;
}

/** The whole numbers in it, as "10", "10 and 11" or "10 to 19"; `undefined` where there is none. */
export function wholeNumbersIn({ low, high, includesLow, includesHigh }: Interval): string | undefined {
  const first = includesLow && Number.isInteger(low) ? low : Math.floor(low) + 1;
  const last = includesHigh && Number.isInteger(high) ? high : Math.ceil(high) - 1;
  if (first > last) return undefined;
  if (first === last) return `${first}`;
  if (last === Number.POSITIVE_INFINITY) return `${first} and more`;
  if (first === Number.NEGATIVE_INFINITY) return `${last} and less`;
  return last === first + 1 ? `${first} and ${last}` : `${first} to ${last}`;
}
