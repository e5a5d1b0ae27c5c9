import { columnAt, lineEndAfter, lineStartBefore } from '../text/lines';
import type { TextEdit } from '../text/span';
import { quoteText } from './quote';
import type { MapNode, Pair, ScalarNode } from './tree';

/**
 * Edits of an entry, in offsets of the entry. They touch what they must and keep comments, order, quoting and line ends.
 * `source` in them is YAML as it should stand: quote texts with `quoteText` first.
 */

/** Replaces a scalar's text, in the quotes it has where the text allows it. */
export function replaceScalar(text: string, scalar: ScalarNode, newText: string): TextEdit {
  return { span: scalar.span, newText: inSameStyle(text, scalar, newText) };
}

function inSameStyle(text: string, scalar: ScalarNode, newText: string): string {
  const before = text.slice(0, scalar.span.start);
  // Inside brackets commas cut; a bracket that is open before the scalar on any line is reason enough to quote for it.
  const flow = (before.match(/[[{]/g)?.length ?? 0) > (before.match(/[\]}]/g)?.length ?? 0);
  const plainOrQuoted = quoteText(newText, { flow });
  if (scalar.style === 'single' && !/[\p{Cc}\p{Cs}]/u.test(newText)) return `'${newText.replaceAll("'", "''")}'`;
  if (scalar.style === 'double' && plainOrQuoted === newText) return `"${newText.replace(/[\\"]/g, '\\$&')}"`;
  return plainOrQuoted;
}

/** Adds `key: source` to a map, behind the pair `after` or else at its end; lines of `source` are indented as they come. */
export function insertPair(
  text: string,
  map: MapNode,
  key: string,
  source: string,
  after: Pair | undefined = map.pairs.at(-1),
): TextEdit {
  const written = `${quoteText(key, { flow: map.flow })}: ${source}`;
  if (map.flow) return insertInBrackets(text, map, written, after);
  const anchor = after ?? map.pairs.at(-1);
  if (anchor === undefined) return { span: map.span, newText: written };
  const at = lineEndAfter(text, anchor.span.end);
  const indent = ' '.repeat(columnAt(text, anchor.span.start));
  return { span: { start: at, end: at }, newText: lineEndOf(text) + indent + written };
}

function insertInBrackets(text: string, map: MapNode, written: string, after: Pair | undefined): TextEdit {
  // A single pair in a list, `[a: 1]`, needs its own brackets before it can have a second.
  if (text[map.span.start] !== '{') {
    return { span: map.span, newText: `{${text.slice(map.span.start, map.span.end)}, ${written}}` };
  }
  if (after === undefined) {
    const at = map.span.start + 1;
    return { span: { start: at, end: at }, newText: text[at] === '}' ? written : `${written} ` };
  }
  const at = after.span.end;
  return { span: { start: at, end: at }, newText: `, ${written}` };
}

/** Takes a pair out: in brackets with one comma, else with its lines and the comment behind it. */
export function removePair(text: string, map: MapNode, pair: Pair): TextEdit {
  return map.flow ? removeFromBrackets(map, pair) : removeLines(text, map, pair);
}

function removeFromBrackets(map: MapNode, pair: Pair): TextEdit {
  const at = positionIn(map, pair);
  const next = map.pairs[at + 1];
  const previous = map.pairs[at - 1];
  if (next !== undefined) return { span: { start: pair.span.start, end: next.span.start }, newText: '' };
  if (previous !== undefined) return { span: { start: previous.span.end, end: pair.span.end }, newText: '' };
  return { span: pair.span, newText: '' };
}

/** By place, so that a pair of an equal tree will do. */
function positionIn(map: MapNode, pair: Pair): number {
  return map.pairs.findIndex((candidate) => candidate.span.start === pair.span.start);
}

function removeLines(text: string, map: MapNode, pair: Pair): TextEdit {
  const lineStart = lineStartBefore(text, pair.span.start);
  const sharesLine = /\S/.test(text.slice(lineStart, pair.span.start).replace(/^\uFEFF/, ''));
  const next = map.pairs[positionIn(map, pair) + 1];
  // Behind a dash or another key the first pair leaves its place to the next one.
  if (sharesLine) return { span: { start: pair.span.start, end: next?.span.start ?? pair.span.end }, newText: '' };
  const end = lineEndAfter(text, pair.span.end);
  const broken = text.slice(end).match(/^(?:\r\n|\r|\n)/)?.[0].length ?? 0;
  return { span: { start: lineStart, end: end + broken }, newText: '' };
}

/** The line end that a text uses first; `\n` where it has only one line. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
