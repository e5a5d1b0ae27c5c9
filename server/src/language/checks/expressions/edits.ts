import type { ExpressionText } from '../../model/declarations';
import type { PlacedEdit } from '../../problem';
import { insertPair, mapPair, memberPairs, removePair, replaceScalar, walk } from '../../syntax';
import type { Entry, Place } from '../../syntax/entry';
import type { MapNode, ScalarNode } from '../../syntax/tree';
import type { Span } from '../../text/span';

/** Puts other words in the place of a part of an expression. Where they can't stand in its quotes the whole of it is written anew. */
export function replaceInExpression(text: ExpressionText, span: Span, newText: string): PlacedEdit {
  const place = text.toPlace(span);
  if (/^[\w. ()<>=]*$/.test(newText)) return { place, newText };
  const written = text.parsed.text;
  const whole = written.slice(0, span.start) + newText + written.slice(span.end);
  const scalar = scalarAt(text.place);
  if (scalar === undefined) return { place, newText };
  const edit = replaceScalar(text.place.entry.text, scalar, whole);
  return { place: { entry: text.place.entry, span: edit.span }, newText: edit.newText };
}

/** The scalar in whose quotes a place lies. */
function scalarAt({ entry, span }: Place): ScalarNode | undefined {
  for (const { node } of walk(entry.root)) {
    if (node.kind === 'scalar' && node.span.start <= span.start && span.end <= node.span.end) return node;
  }
  return undefined;
}

interface Declared {
  readonly id?: { readonly place: Place };
  readonly entry: Entry;
}

/** The keys of a declaration, as they stand. */
function bodyOf({ id, entry }: Declared): MapNode | undefined {
  const pair = memberPairs(entry).find(({ pair: { key } }) => id !== undefined && holds(key.span, id.place.span))?.pair;
  return pair?.value.kind === 'map' ? pair.value : undefined;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a key stands in a declaration, also with a value that is not understood: then another check says so. */
export function hasKey(declaration: Declared, key: string): boolean {
  return mapPair(bodyOf(declaration), key) !== undefined;
}

/** Adds a key to a declaration behind another; `[]` where the declaration has no keys to stand among. */
export function addKey(declaration: Declared, key: string, source: string, behind?: string): readonly PlacedEdit[] {
  const body = bodyOf(declaration);
  if (body === undefined) return [];
  const after = behind === undefined ? undefined : mapPair(body, behind);
  const { entry } = declaration;
  const edit = insertPair(entry.text, body, key, source, after);
  return [{ place: { entry, span: edit.span }, newText: edit.newText }];
}

/** Takes a key with its value out of a declaration. */
export function dropKey(declaration: Declared, key: string): readonly PlacedEdit[] {
  const body = bodyOf(declaration);
  const pair = mapPair(body, key);
  if (body === undefined || pair === undefined) return [];
  const { entry } = declaration;
  const edit = removePair(entry.text, body, pair);
  return [{ place: { entry, span: edit.span }, newText: edit.newText }];
}
