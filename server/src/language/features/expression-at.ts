import type { ExpressionPlace } from '../model/scope';
import { schemaAt } from '../schema';
import { type NodePath, textOffset } from '../syntax';
import type { Cursor } from '../syntax/cursor-spot';
import type { ScalarNode } from '../syntax/tree';

/** The expression a cursor stands in or behind. */
export interface ExpressionAt {
  readonly path: NodePath;
  /** As far as it is typed, with the blanks before the cursor. */
  readonly text: string;
  /** The cursor's offset in the text. */
  readonly at: number;
  /** Absent where nothing is typed yet. */
  readonly scalar: ScalarNode | undefined;
}

/** The expression at a cursor, half-typed or not there yet; `undefined` where none may stand. */
export function expressionAt(cursor: Cursor): ExpressionAt | undefined {
  const { path, spot, scalar, placed, offset } = cursor;
  if (spot === 'none' && cursor.map !== undefined) return behindExpression(cursor);
  if (!isExpression(path) || (spot !== 'value' && spot !== 'new-value')) return undefined;
  if (scalar === undefined) return { path, text: '', at: 0, scalar: undefined };
  return { path, text: scalar.text, at: textOffset(scalar, offset - placed.start), scalar };
}

/** Behind a blank that follows an expression: YAML does not count the blank to it, who types does. */
function behindExpression({ path, map, placed, offset }: Cursor): ExpressionAt | undefined {
  const at = offset - placed.start;
  const pair = map?.pairs.filter((one) => one.value.kind === 'scalar' && one.value.span.end <= at).at(-1);
  if (pair?.value.kind !== 'scalar' || !isExpression([...path, pair.key.text])) return undefined;
  if (!goesOn(pair.value, placed.entry.text)) return undefined;
  const gap = placed.entry.text.slice(pair.value.span.end, at);
  if (!/^[ \t]+$/.test(gap)) return undefined;
  const text = pair.value.text + gap;
  return { path: [...path, pair.key.text], text, at: text.length, scalar: pair.value };
}

/** Without quotes, or with one that is not closed yet. */
function goesOn({ style, span }: ScalarNode, text: string): boolean {
  if (style === 'plain') return true;
  const quote = style === 'single' ? "'" : '"';
  return text[span.start] === quote && !text.slice(span.start + 1, span.end).endsWith(quote);
}

/**
 * The expression of a map in braces that the cursor stands behind as who types sees it: the comma between arguments ends it
 * for YAML, until it is quoted.
 */
export function cutExpressionAt({
  map,
  path,
  spot,
  placed,
  offset,
  flow,
}: Cursor): Pick<ExpressionAt, 'text' | 'at'> | undefined {
  if (!flow || map === undefined || (spot !== 'key' && spot !== 'new-key' && spot !== 'none')) return undefined;
  const end = offset - placed.start;
  const above = spot === 'key' ? path.slice(0, -1) : path;
  const pair = map.pairs.filter(({ key, value }) => value.span.end <= end && isExpression([...above, key.text])).at(-1);
  if (pair?.value.kind !== 'scalar' || pair.value.style !== 'plain') return undefined;
  const text = placed.entry.text.slice(pair.value.span.start, end);
  return { text, at: text.length };
}

function isExpression(path: NodePath): boolean {
  return schemaAt(path)?.role === 'expression';
}

/** What an expression under a path may use: counts stand in `derived` alone, an `of` may give a value for each item. */
export function expressionPlaceOf(path: NodePath): ExpressionPlace {
  const key = path.at(-1);
  if (key === 'ask_if') return 'ask_if';
  if (key === 'value' || key === 'when') return 'derived';
  return key === 'of' ? 'indicator_of' : 'among';
}
