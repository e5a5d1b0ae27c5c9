import type { Place } from '../../syntax/entry';

/** Whether one place lies within another, as an id within its quotes does. */
export function liesIn(inner: Place, outer: Place): boolean {
  return inner.entry === outer.entry && outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}
