import { labelOf } from '../../checks/names/declarations-to-add';
import type { PlacedEdit } from '../../problem';
import { lineEndOfFile, mapPair, quoteText } from '../../syntax';
import type { FutureItem } from './battery-questions';
import { freshVariable } from './fresh-id';
import { inBrackets } from './sources';
import type { Selected } from './types';

interface WrittenBattery {
  readonly id: string;
  readonly edits: readonly PlacedEdit[];
}

/** The battery in the place of its questions; `undefined` where a comment inside one of them would be lost. */
export function insertable(selected: Selected, items: readonly FutureItem[]): WrittenBattery | undefined {
  const [first, ...others] = items;
  if (first === undefined || items.some(hasInnerComment)) return undefined;
  const id = batteryId(selected, items);
  const routing = new Set(items.map(({ body }) => sourceOf(first, body, 'ask_if', items)));
  const shared = routing.size === 1 ? [...routing][0] : undefined;
  const { text } = first.entry;
  const keys = ['stage', 'scale'].flatMap((key) => {
    const value = mapPair(first.body, key)?.value;
    return value === undefined ? [] : [`    ${key}: ${inBrackets(text, value)}`];
  });
  const end = lineEndOfFile(selected.syntax);
  const indent = ' '.repeat(first.entry.indent);
  const lines = [
    `${id}:`,
    `    label: ${labelOf(id)}`,
    ...keys,
    ...(shared === undefined ? [] : [`    ask_if: ${shared}`]),
    '    items:',
    ...items.flatMap((item) => [
      ...(item === first ? [] : commentsAbove(item)).map((comment) => `      ${comment}`),
      `      ${itemLine(item, shared === undefined)}${commentBehind(item)}`,
    ]),
  ].map((line) => line.replace(/^ {2}/, ''));
  const written = lines.map((line, at) => (at === 0 ? line : indent + line)).join(end);
  return { id, edits: [replaced(first, written), ...others.map(({ entry }) => removed(entry))] };
}

function replaced({ entry, pair }: FutureItem, newText: string): PlacedEdit {
  const end = lineEnd(entry.text, pair.span.end);
  return { place: { entry, span: { start: pair.span.start, end } }, newText };
}

function removed(entry: FutureItem['entry']): PlacedEdit {
  return { place: { entry, span: { start: 0, end: entry.text.length } }, newText: '' };
}

function itemLine({ declaration, entry, body, pair }: FutureItem, withRouting: boolean): string {
  const label = mapPair(body, 'label')?.value ?? mapPair(body, 'text')?.value;
  const column = declaration.column?.text ?? declaration.id.text;
  const routing = withRouting ? mapPair(body, 'ask_if')?.value : undefined;
  const parts = [
    ...(label === undefined ? [] : [`label: ${inBrackets(entry.text, label)}`]),
    `column: ${quoteText(column, { flow: true })}`,
    ...(routing === undefined ? [] : [`ask_if: ${inBrackets(entry.text, routing)}`]),
  ];
  return `${inBrackets(entry.text, pair.key)}: {${parts.join(', ')}}`;
}

/** What a key says, in brackets, by what it means and not by how it is quoted. */
function sourceOf(first: FutureItem, body: FutureItem['body'], key: string, items: readonly FutureItem[]): string | undefined {
  const value = mapPair(body, key)?.value;
  const owner = items.find((item) => item.body === body) ?? first;
  return value === undefined
    ? undefined
    : value.kind === 'scalar'
      ? quoteText(value.text, { flow: true })
      : inBrackets(owner.entry.text, value);
}

/** What the ids have in common before a `_`; else the first of them. */
function batteryId(selected: Selected, items: readonly FutureItem[]): string {
  const ids = items.map(({ declaration }) => declaration.id.text);
  const [first = '', ...rest] = ids;
  const steps = first.split('_');
  while (steps.length > 0 && !rest.every((id) => id.startsWith(`${steps.join('_')}_`))) steps.pop();
  const common = steps.length > 0 && first !== steps.join('_') ? steps.join('_') : `${first}_battery`;
  return freshVariable(selected, common);
}

function hasInnerComment({ entry, pair }: FutureItem): boolean {
  return entry.comments.some(
    ({ start }) => pair.span.start < start && (start < pair.span.end || lineEnd(entry.text, pair.span.end) < start),
  );
}

function commentsAbove({ entry, pair }: FutureItem): readonly string[] {
  return entry.comments.filter(({ start }) => start < pair.span.start).map(({ start, end }) => entry.text.slice(start, end));
}

function commentBehind({ entry, pair }: FutureItem): string {
  const rest = entry.text.slice(pair.span.end, lineEnd(entry.text, pair.span.end)).trim();
  return rest === '' ? '' : ` ${rest}`;
}

function lineEnd(text: string, at: number): number {
  const end = text.slice(at).search(/[\r\n]/);
  return end < 0 ? text.length : at + end;
}
