/**
 * A set of objects that mostly has one or a few: a set of its own would take more memory than what is in it. Each function gives
 * the collection that takes the place of the one it was given.
 */
export type Few<T extends object> = T | readonly T[] | Set<T> | undefined;

/** As many are looked through faster than a table finds one. */
const few = 8;

export function withOne<T extends object>(some: Few<T>, one: T): Few<T> {
  if (some === undefined || some === one) return one;
  if (some instanceof Set) return some.add(one);
  if (!isList(some)) return [some, one];
  if (some.includes(one)) return some;
  return some.length < few ? [...some, one] : new Set([...some, one]);
}

export function withoutOne<T extends object>(some: Few<T>, one: T): Few<T> {
  if (some === one) return undefined;
  if (some instanceof Set) return some.delete(one) && some.size === 0 ? undefined : some;
  if (some === undefined || !isList(some)) return some;
  const left = some.filter((other) => other !== one);
  return left.length > 1 ? left : left[0];
}

export function each<T extends object>(some: Few<T>): Iterable<T> {
  if (some === undefined) return [];
  return some instanceof Set || isList(some) ? some : [some];
}

function isList<T extends object>(some: T | readonly T[]): some is readonly T[] {
  return Array.isArray(some);
}
