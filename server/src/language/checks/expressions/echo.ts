import type { ExpressionText } from '../../model/declarations';
import { lineEndAfter, lineStartBefore } from '../../text/lines';

/**
 * Whether an expression is only what YAML left of it: a problem of the text stands on its line, or a comma of brackets cut
 * it. The text's own checks say so, and what the rest lacks is no second problem.
 */
export function isEchoOfBrokenText({ place }: ExpressionText): boolean {
  const { entry, span } = place;
  const start = lineStartBefore(entry.text, span.start);
  const end = lineEndAfter(entry.text, span.end);
  const isOnItsLine = entry.problems.some(
    (problem) => problem.code !== 'duplicate-key' && start <= problem.span.start && problem.span.start <= end,
  );
  return isOnItsLine || isCutByComma(entry.text, span.start, span.end);
}

/** `{ask_if: actor in (agency, region), …}`: what follows the comma is a key without a value. */
function isCutByComma(text: string, start: number, end: number): boolean {
  const expression = text.slice(start, end);
  const isOpen = (expression.match(/\(/g)?.length ?? 0) > (expression.match(/\)/g)?.length ?? 0);
  return isOpen && /^\s*,/.test(text.slice(end, end + 100));
}
