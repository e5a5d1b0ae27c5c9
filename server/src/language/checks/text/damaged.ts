import type { Place } from '../../syntax/entry';

/**
 * Whether text at a place, in it or directly behind it could not be read as it is written: what is missing there may stand
 * in it.
 */
export function isDamaged({ entry, span }: Place): boolean {
  return entry.problems.some(
    (problem) =>
      span.start <= problem.span.end &&
      (problem.span.start <= span.end || entry.text.slice(span.end, problem.span.start).trim() === ''),
  );
}
