import { formatExpression, lex, parseExpression } from '../../expression';
import type { ExpressionText } from '../../model/declarations';
import { expressionsIn } from '../../model/expression-sites';
import { readDeclarations } from '../../model/read';
import { replaceScalar } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import type { ScalarNode } from '../../syntax/tree';
import type { TextEdit } from '../../text/span';
import { isOneLine } from './lines';
import { isBlock, type Piece } from './pieces';

/** An expression in its canonical spelling, in the place of the scalar that holds it. */
export interface Respelt {
  readonly scalar: ScalarNode;
  readonly newText: string;
  readonly edit: TextEdit;
}

/**
 * The expressions of an entry that are spelt otherwise than they could be. Left alone: those that break off, those of several
 * lines, those with texts in double quotes, and those that would need other quotes around them.
 */
export function respeltExpressions(entry: Entry, pieces: readonly Piece[]): readonly Respelt[] {
  const scalars = new Map(pieces.flatMap(({ scalar }) => (scalar === undefined ? [] : [[textStart(scalar), scalar] as const])));
  return readDeclarations(entry)
    .declarations.flatMap(expressionsIn)
    .flatMap(({ text }) => {
      const scalar = scalars.get(text.place.span.start);
      return scalar === undefined ? [] : (respelt(entry.text, scalar, text) ?? []);
    });
}

function respelt(source: string, scalar: ScalarNode, { parsed, toPlace }: ExpressionText): Respelt | undefined {
  const written = parsed.text.trimEnd();
  if (parsed.problems.length > 0 || /[\r\n]/.test(written)) return undefined;
  if (lex(written).some(({ kind, misspelt }) => kind === 'text' && misspelt !== undefined)) return undefined;
  const newText = formatExpression(parsed.tree);
  if (newText === written || !isStable(newText)) return undefined;
  const { span } = toPlace({ start: 0, end: written.length });
  if (isBlock(scalar)) {
    const isThere = source.slice(span.start, span.end) === written;
    return isThere ? { scalar, newText, edit: { span, newText } } : undefined;
  }
  if (!isOneLine(source, scalar)) return undefined;
  const edit = replaceScalar(source, scalar, newText);
  return keepsQuotes(source, scalar, edit.newText) ? { scalar, newText, edit } : undefined;
}

/** Formatting again would change nothing: what is read back is spelt the same. */
function isStable(text: string): boolean {
  const { tree, problems } = parseExpression(text);
  return problems.length === 0 && formatExpression(tree) === text;
}

function keepsQuotes(source: string, { style, span }: ScalarNode, written: string): boolean {
  const quote = /^["']/.exec(written)?.[0];
  return style === 'plain' ? quote === undefined : quote === source[span.start];
}

/** Where a scalar's text starts, as the place of an expression says it. */
function textStart({ style, span, offsets, text }: ScalarNode): number {
  if (text === '') return span.start;
  return offsets?.[0] ?? span.start + (style === 'single' || style === 'double' ? 1 : 0);
}
