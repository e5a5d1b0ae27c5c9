import { reservedWords } from '../../expression';
import type { Fix, PlacedEdit } from '../../problem';
import { legalId } from '../../schema';
import { quoteText } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import type { ListNode, Pair, ScalarNode } from '../../syntax/tree';
import { mapsIn } from '../text/text-maps';

/** `1: Man`, a code with its label as in a list of codes, becomes `man: {code: 1, label: Man}`; all of them at once. */
export function codesWithIds(entry: Entry, keyStart: number): readonly Fix[] {
  const placed = mapsIn(entry).find(({ map }) => map.pairs.some(({ key }) => key.span.start === keyStart));
  if (placed?.place?.membersDeclare !== 'category') return [];
  const { pairs } = placed.map;
  const coded = pairs.flatMap((pair) => (isCode(pair) && pair.value.kind === 'scalar' ? [{ pair, text: pair.value }] : []));
  if (!coded.some(({ pair }) => pair.key.span.start === keyStart)) return [];
  const ids = idsOf(
    coded.map(({ text }) => text.text),
    pairs.map(({ key }) => key.text),
    true,
  );
  const edits = coded.map(({ pair, text }, at): PlacedEdit => {
    const label = quoteText(text.text, { flow: true });
    return { place: { entry, span: pair.span }, newText: `${ids[at] ?? ''}: {code: ${pair.key.text}, label: ${label}}` };
  });
  return [{ title: `Call them ${ids.join(', ')}`, safe: false, edits }];
}

/** `- Man`, a text in a list, becomes `man: Man`; all of them at once. Only the categories of a scale may be called yes and no. */
export function itemsWithIds(entry: Entry, list: ListNode, isScale: boolean): readonly Fix[] {
  const texts = list.items.flatMap((item): readonly ScalarNode[] => (item.kind === 'scalar' && item.text !== '' ? [item] : []));
  if (list.flow || texts.length !== list.items.length) return [];
  const ids = idsOf(
    texts.map(({ text }) => text),
    [],
    isScale,
  );
  const edits = texts.map(({ span }, at): PlacedEdit => {
    const dash = entry.text.lastIndexOf('-', span.start - 1);
    const newText = `${ids[at] ?? ''}: ${entry.text.slice(span.start, span.end)}`;
    return { place: { entry, span: { start: dash, end: span.end } }, newText };
  });
  return [{ title: `Call them ${ids.join(', ')}`, safe: false, edits }];
}

function isCode({ key }: Pair): boolean {
  return /^-?\d+$/.test(key.text);
}

/** An id for each text, as a key is written; the yes and the no of a scale are called so, which makes it a yes/no. */
function idsOf(texts: readonly string[], taken: readonly string[], isScale: boolean): readonly string[] {
  const ids: string[] = [];
  for (const text of texts) {
    const answer = isScale ? answers[text.toLowerCase()] : undefined;
    ids.push(answer !== undefined && !ids.includes(answer) ? answer : legalId(text, [...taken, ...reserved, ...ids]));
  }
  return ids.map((id) => quoteText(id));
}

const answers: Readonly<Record<string, string>> = { ja: 'yes', nej: 'no', yes: 'yes', no: 'no' };
const reserved = [...reservedWords, 'missing'];
