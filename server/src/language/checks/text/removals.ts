import type { Fix } from '../../problem';
import type { Entry, SyntaxProblem } from '../../syntax/entry';
import { columnAt, lineEndAfter, lineStartBefore } from '../../text/lines';
import { offered, pairAt, wholeLine } from '../fixes/edits';

/** A sign of YAML before a value goes with the blanks behind it; an anchor stays while something refers to it. */
export function withoutSign(entry: Entry, { span }: SyntaxProblem): readonly Fix[] {
  const sign = entry.text.slice(span.start, span.end);
  const isAlias = sign.startsWith('*');
  const isReferredTo = sign.startsWith('&') && entry.text.includes(`*${sign.slice(1)}`);
  if (isAlias || isReferredTo) return [];
  const blanks = /^[ \t]*/.exec(entry.text.slice(span.end))?.[0].length ?? 0;
  const place = { entry, span: { start: span.start, end: span.end + blanks } };
  return offered(`Remove \`${sign}\``, [{ place, newText: '' }]);
}

/** The line of `---`. */
export function withoutLine(entry: Entry, { span }: SyntaxProblem): readonly Fix[] {
  return offered('Remove the line', [{ place: { entry, span: wholeLine(entry, span) }, newText: '' }]);
}

/** A bracket that is never closed, closed where its line ends. */
export function closedBracket(entry: Entry, { span }: SyntaxProblem): readonly Fix[] {
  const close = { '{': '}', '[': ']' }[entry.text.slice(span.start, span.end)];
  if (close === undefined) return [];
  const line = entry.text.slice(span.start, lineEndAfter(entry.text, span.start));
  const at = span.start + line.replace(/\s+#.*$/, '').trimEnd().length;
  return offered('Close the bracket', [{ place: { entry, span: { start: at, end: at } }, newText: close }]);
}

/** A key that was indented too deep, back in the column of the keys above it. */
export function inColumnAbove(entry: Entry, { span }: SyntaxProblem): readonly Fix[] {
  const above = pairAt({ entry, span })?.map.pairs[0];
  if (above === undefined || above.key.span.start >= span.start) return [];
  const place = { entry, span: { start: lineStartBefore(entry.text, span.start), end: span.start } };
  const newText = ' '.repeat(columnAt(entry.text, above.key.span.start));
  return offered('Move it to the column of the keys above', [{ place, newText }]);
}
