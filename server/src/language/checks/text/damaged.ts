import type { Place } from '../../syntax/entry';

/** Whether text at or in a place could not be read as it is written: what is missing there may stand in it. */
export function isDamaged({ entry, span }: Place): boolean {
  return entry.problems.some((problem) => problem.span.start <= span.end && span.start <= problem.span.end);
}
