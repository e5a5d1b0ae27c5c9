import { parseExpression } from '../../expression';
import type { MissingKind } from '../../expression/value';
import { missingKinds } from '../../expression/value';
import { sourceSpan } from '../../syntax';
import type { Entry, Place } from '../../syntax/entry';
import type { ListNode, MapNode, Pair, ScalarNode, SyntaxNode } from '../../syntax/tree';
import { emptyRecord } from '../../text/records';
import type { Span } from '../../text/span';
import type { ExpressionText, LocalizedText, Name, NumberText, PlacedNode, RangeText, SplitText } from '../declarations';

/**
 * The values that declarations are made of, read from the tree of one entry. Every reader gives `undefined` where the
 * value is absent or has another shape: the schema says so, and a declaration is read without it.
 */
export function field(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  // Asked for every key that a declaration may have, most of which it has not: a loop makes no function for each of them.
  if (node?.kind === 'map') for (const pair of node.pairs) if (pair.key.text === key) return pair.value;
  return undefined;
}

export function asMap(node: SyntaxNode | undefined): MapNode | undefined {
  return node?.kind === 'map' ? node : undefined;
}

export function pairsOf(node: SyntaxNode | undefined): readonly Pair[] {
  return node?.kind === 'map' ? node.pairs : [];
}

/** What each pair of a map stands for, in the order of the map. */
export function listOf<T>(entry: Entry, node: SyntaxNode | undefined, read: (entry: Entry, pair: Pair) => T): readonly T[] {
  return node?.kind === 'map' && node.pairs.length > 0 ? node.pairs.map((pair) => read(entry, pair)) : nothing;
}

/** Most declarations lack most lists: they share one without members. */
const nothing: readonly never[] = [];

/** The members of a list; one value alone stands for a list of it. */
export function itemsOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  if (node === undefined || node.kind === 'empty') return nothing;
  return node.kind === 'list' ? node.items : [node];
}

export function isList(node: SyntaxNode | undefined): node is ListNode {
  return node?.kind === 'list';
}

/** The whole value as written, quotes included. */
export function placeOf(entry: Entry, span: Span): Place {
  return { entry, span };
}

export function placed(entry: Entry, node: SyntaxNode | undefined): PlacedNode | undefined {
  return node === undefined || node.kind === 'empty' ? undefined : { node, place: { entry, span: node.span } };
}

/** A scalar as a name. Its place lies inside the quotes, so that an edit there keeps them. */
export function nameOf(entry: Entry, node: SyntaxNode | undefined): Name | undefined {
  return node?.kind === 'scalar' ? scalarName(entry, node) : undefined;
}

export function scalarName(entry: Entry, scalar: ScalarNode): Name {
  return { text: scalar.text, place: { entry, span: innerSpan(scalar) } };
}

/** Of a scalar without quotes the span that the tree has already. */
function innerSpan(scalar: ScalarNode): Span {
  return scalar.text === '' || (scalar.style === 'plain' && scalar.offsets === undefined)
    ? scalar.span
    : sourceSpan(scalar, { start: 0, end: scalar.text.length });
}

export function namesOf(entry: Entry, node: SyntaxNode | undefined): readonly Name[] {
  const scalars = itemsOf(node).filter((item) => item.kind === 'scalar');
  return scalars.length === 0 ? nothing : scalars.map((scalar) => scalarName(entry, scalar));
}

export function oneOf<T extends string>(node: SyntaxNode | undefined, allowed: readonly T[]): T | undefined {
  if (node?.kind === 'scalar') for (const word of allowed) if (word === node.text) return word;
  return undefined;
}

export function missingKindOf(node: SyntaxNode | undefined): MissingKind | undefined {
  return oneOf(node, missingKinds);
}

export function isYes(node: SyntaxNode | undefined): boolean {
  return node?.kind === 'scalar' && (node.text === 'true' || node.text === 'yes');
}

/** A text for every language (a string), or by language tag. What is no string under a tag is left out. */
export function localized(entry: Entry, node: SyntaxNode | undefined): LocalizedText | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return { byLanguage: { '': scalarName(entry, node) }, place: placeOf(entry, node.span) };
  if (node.kind !== 'map') return undefined;
  const byLanguage = emptyRecord<Name>();
  for (const pair of node.pairs) {
    const text = nameOf(entry, pair.value);
    if (text !== undefined && !(pair.key.text in byLanguage)) byLanguage[pair.key.text] = text;
  }
  return { byLanguage, place: placeOf(entry, node.span) };
}

/**
 * The parts of a declaration that may be given by its text alone: `{sv: …, en: …}` and `"…"` stand for `{label: …}`.
 * It is the long form as soon as one of its own keys stands there.
 */
export function labelled(
  entry: Entry,
  node: SyntaxNode | undefined,
  ownKeys: readonly string[],
): { readonly map: MapNode | undefined; readonly label: LocalizedText | undefined } {
  const map = asMap(node);
  const isLong = map?.pairs.some(({ key }) => key.text === 'label' || ownKeys.includes(key.text)) ?? false;
  return isLong ? { map, label: localized(entry, field(map, 'label')) } : { map: undefined, label: localized(entry, node) };
}

const numberPattern = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** A finite decimal number, or `undefined`. */
export function numberOf(entry: Entry, node: SyntaxNode | undefined): NumberText | undefined {
  const name = nameOf(entry, node);
  if (name === undefined || !numberPattern.test(name.text)) return undefined;
  const value = Number(name.text);
  return Number.isFinite(value) ? { ...name, value } : undefined;
}

/** The number of digits after the decimal point, as written. */
export function decimalsOf(text: string): number {
  const mantissa = text.split(/e/i)[0] ?? '';
  const point = mantissa.indexOf('.');
  return point < 0 ? 0 : mantissa.length - point - 1;
}

const rangePattern = /^\s*([+-]?\d+(?:\.\d+)?)?\s*\.\.\s*([+-]?\d+(?:\.\d+)?)?\s*$/;

/** `0..`, `1..99`, `..100`. */
export function rangeOf(entry: Entry, node: SyntaxNode | undefined): RangeText | undefined {
  const name = nameOf(entry, node);
  const match = name === undefined ? null : rangePattern.exec(name.text);
  if (name === undefined || match === null || (match[1] === undefined && match[2] === undefined)) return undefined;
  return {
    ...name,
    ...(match[1] === undefined ? {} : { low: Number(match[1]) }),
    ...(match[2] === undefined ? {} : { high: Number(match[2]) }),
  };
}

export function expressionOf(entry: Entry, node: SyntaxNode | undefined): ExpressionText | undefined {
  if (node?.kind !== 'scalar') return undefined;
  return {
    parsed: parseExpression(node.text),
    place: { entry, span: innerSpan(node) },
    toPlace: (span) => ({ entry, span: sourceSpan(node, span) }),
  };
}

/** `actor`, or `level * size_class`. */
export function splitOf(entry: Entry, node: SyntaxNode | undefined): SplitText | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const variables = [...node.text.matchAll(/[^\s*]+/g)].map((match) => ({
    text: match[0],
    place: { entry, span: sourceSpan(node, { start: match.index, end: match.index + match[0].length }) },
  }));
  return { variables, place: { entry, span: innerSpan(node) } };
}

export function splitsOf(entry: Entry, node: SyntaxNode | undefined): readonly SplitText[] | undefined {
  if (node === undefined || node.kind === 'empty' || node.kind === 'map') return undefined;
  return itemsOf(node).flatMap((item) => splitOf(entry, item) ?? []);
}
