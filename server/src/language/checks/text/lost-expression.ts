import type { Entry, SyntaxProblem, SyntaxProblemCode } from '../../syntax/entry';
import { lineEndAfter, lineStartBefore } from '../../text/lines';
import type { Span } from '../../text/span';

/** A key that takes an expression, and behind it a character that means something else to YAML. */
const expressionLine = /^([ \t]*(?:ask_if|value|when|of|per|among):[ \t]+)(['"!\->%@*|&].*?)[ \t\r]*$/;

const causes: readonly SyntaxProblemCode[] = ['yaml-syntax', 'yaml-tag', 'anchor-or-alias', 'half-typed-key', 'open-quote'];

/** Whether a problem is only the echo of an expression that starts with one of YAML's own characters. */
export function isLostExpression(entry: Entry, problem: SyntaxProblem): boolean {
  return lostExpressionAt(entry, problem) !== undefined;
}

/** The whole expression on the line of a problem, as it is written. */
export function lostExpressionAt(entry: Entry, { code, span }: SyntaxProblem): Span | undefined {
  if (!causes.includes(code)) return undefined;
  const { start, text } = lineOf(entry, span);
  const [, key, expression] = expressionLine.exec(text) ?? [];
  if (key === undefined || expression === undefined) return undefined;
  if (code === 'open-quote' && !hasTextBehindQuote(expression)) return undefined;
  const from = start + key.length;
  return { start: from, end: from + expression.length };
}

/** `'a' = b` is a text with something behind it; `'a = b` is a text whose quote was forgotten. */
function hasTextBehindQuote(expression: string): boolean {
  const quote = expression.charAt(0);
  return expression.slice(1).includes(quote);
}

/** Whether the key on the line of a place takes an expression. */
export function takesExpression(entry: Entry, span: Span): boolean {
  return expressionLine.test(lineOf(entry, span).text);
}

function lineOf({ text }: Entry, { start: at }: Span) {
  const start = lineStartBefore(text, at);
  return { start, text: text.slice(start, lineEndAfter(text, start)) };
}
