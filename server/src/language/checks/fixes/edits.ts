import type { Fix, PlacedEdit } from '../../problem';
import { insertItem, insertPair, mapPair, quoteText, removeItem, removePair, walk } from '../../syntax';
import type { Entry, Place } from '../../syntax/entry';
import type { ListNode, MapNode, Pair, ScalarNode, SyntaxNode } from '../../syntax/tree';
import { lineEndAfter, lineStartBefore } from '../../text/lines';
import type { Span, TextEdit } from '../../text/span';
import { mapsIn } from '../text/text-maps';

/** A fix that is looked at before it is made; none where there is nothing to edit. */
export function offered(title: string, edits: readonly PlacedEdit[]): readonly Fix[] {
  return edits.length === 0 ? [] : [{ title, safe: false, edits }];
}

/** A fix that changes no number and is the only sensible one. */
export function safely(title: string, edits: readonly PlacedEdit[]): readonly Fix[] {
  return edits.length === 0 ? [] : [{ title, safe: true, edits }];
}

export function changeTo(name: string, place: Place): Fix {
  return { title: `Change to \`${name}\``, safe: false, edits: [{ place, newText: name }] };
}

/** A pair with the map it stands in. */
export interface PairInMap {
  readonly map: MapNode;
  readonly pair: Pair;
}

/** The pair whose key a place lies in. */
export function pairAt({ entry, span }: Place): PairInMap | undefined {
  for (const { node } of walk(entry.root)) {
    if (node.kind !== 'map') continue;
    const pair = node.pairs.find(({ key }) => holds(key.span, span));
    if (pair !== undefined) return { map: node, pair };
  }
  return undefined;
}

/**
 * Adds a key below the one a place lies in, at its end. A text that stands for the whole, `high: High`, becomes its label; `[]`
 * where there are no keys to stand among and no such text.
 */
export function addBelow(place: Place, key: string, source: string): readonly PlacedEdit[] {
  const { entry } = place;
  const body = pairAt(place)?.pair.value;
  if (body === undefined) return [];
  const label = labelAlone(entry, body);
  if (label === undefined) return body.kind === 'map' ? [inEntry(entry, insertPair(entry.text, body, key, source))] : [];
  return [inEntry(entry, { span: body.span, newText: `{label: ${label}, ${key}: ${source}}` })];
}

/** A text on one line in the place of a category or missing answer, as it can stand in brackets. */
function labelAlone(entry: Entry, body: SyntaxNode): string | undefined {
  if (body.kind === 'map') {
    const isText = body.flow && mapsIn(entry).some(({ map, isText: isOne }) => map === body && isOne);
    return isText ? entry.text.slice(body.span.start, body.span.end) : undefined;
  }
  const isAnswer = mapsIn(entry).some(
    ({ map, place }) => place?.membersDeclare === 'category' && map.pairs.some(({ value }) => value === body),
  );
  return body.kind === 'scalar' && isAnswer ? quoteText(body.text, { flow: true }) : undefined;
}

/** Takes out the key that a place lies in, with its value. */
export function removeAt(place: Place): readonly PlacedEdit[] {
  const found = pairAt(place);
  return found === undefined ? [] : [inEntry(place.entry, removePair(place.entry.text, found.map, found.pair))];
}

/** Takes out a key at the top of the file with its value. */
export function removeSection(entry: Entry, key: string): readonly PlacedEdit[] {
  const pair = mapPair(entry.root, key);
  return pair === undefined ? [] : [inEntry(entry, removePair(entry.text, entry.root, pair))];
}

/** Takes out the item of a list that a place lies in; none where it is the only one. */
export function removeListed(place: Place): readonly PlacedEdit[] {
  const found = listedAt(place);
  const removal = found && removeItem(place.entry.text, found.list, found.position);
  return removal === undefined ? [] : [inEntry(place.entry, removal)];
}

/** Adds an item behind the one that a place lies in. */
export function addListed(place: Place, source: string): readonly PlacedEdit[] {
  const found = listedAt(place);
  if (found === undefined) return [];
  return [inEntry(place.entry, insertItem(place.entry.text, found.list, source, found.position))];
}

/** Whether a place lies in a list that is written in brackets. */
export function isInBrackets(place: Place): boolean {
  return listedAt(place)?.list.flow === true;
}

interface Listed {
  readonly list: ListNode;
  readonly position: number;
}

function listedAt({ entry, span }: Place): Listed | undefined {
  for (const { node } of walk(entry.root)) {
    if (node.kind !== 'list') continue;
    const position = node.items.findIndex((item) => item.kind === 'scalar' && holds(item.span, span));
    if (position >= 0) return { list: node, position };
  }
  return undefined;
}

/** The scalar, key or value, that a place lies in. */
export function scalarAt({ entry, span }: Place): ScalarNode | undefined {
  for (const { node } of walk(entry.root)) {
    if (node.kind === 'scalar' && holds(node.span, span)) return node;
  }
  return undefined;
}

/** The line that a place lies in, with its line end. */
export function wholeLine({ text }: Entry, { start }: Span): Span {
  const end = lineEndAfter(text, start);
  const broken = /^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const from = lineStartBefore(text, start);
  return { start: from === 0 && text.startsWith('\uFEFF') ? 1 : from, end: end + broken };
}

export function inEntry(entry: Entry, { span, newText }: TextEdit): PlacedEdit {
  return { place: { entry, span }, newText };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
