import type { Entry } from '../../server/src/language';

/** Where an entry starts in its file. */
export type StartOf = (entry: Entry) => number;

/**
 * A declaration as a person reads it: names and expressions by their text, nothing of entries and trees. With `startOf`, also
 * where everything stands in its file, so that two readings of one text can be compared whole.
 */
export function print(value: unknown, startOf?: StartOf): string {
  return lines(plain(value, startOf), '').join('\n');
}

/** Plain data of a declaration; what is read from trees and entries is replaced by text. */
export function plain(value: unknown, startOf?: StartOf): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, startOf));
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item, startOf)]));
  if (!isRecord(value)) return value;
  if (isPlace(value)) return startOf === undefined ? undefined : placeText(value, startOf);
  const { place } = value;
  const at = startOf !== undefined && isPlace(place) ? ` @${placeText(place, startOf)}` : '';
  if (isRecord(value.parsed)) return `‹${String(value.parsed.text)}›${at}`;
  if (isRecord(value.node)) return `(${String(value.node.kind)})${at}`;
  if ('text' in value && typeof value.text === 'string' && isPlace(place)) return nameText(value) + at;
  const fields = Object.entries(value).filter(([key]) => key !== 'entry' && !key.endsWith('lace'));
  const printed = Object.fromEntries(fields.map(([key, item]) => [key, plain(item, startOf)]));
  return at === '' ? printed : { ...printed, at };
}

function nameText(name: Readonly<Record<string, unknown>>): string {
  const more = Object.entries(name).filter(([key]) => key !== 'text' && key !== 'place');
  const written = String(name.text);
  return more.length === 0 ? written : `${written} (${more.map(([key, item]) => `${key} ${String(item)}`).join(', ')})`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isPlace(
  value: unknown,
): value is { readonly entry: Entry; readonly span: { readonly start: number; readonly end: number } } {
  return isRecord(value) && 'span' in value && 'entry' in value;
}

function placeText(
  { entry, span }: { readonly entry: Entry; readonly span: { readonly start: number; readonly end: number } },
  startOf: StartOf,
) {
  return `${startOf(entry) + span.start}–${startOf(entry) + span.end}`;
}

/** Short lists and maps on one line, longer ones a line for each. */
function lines(value: unknown, indent: string): readonly string[] {
  const short = inline(value);
  if (!isRecord(value) || indent.length + short.length <= 110) return [indent + short];
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return entries.flatMap(([key, item]) => {
    const head = Array.isArray(value) ? '-' : `${key}:`;
    const oneLine = inline(item);
    if (!isRecord(item) || indent.length + head.length + oneLine.length < 110) return [`${indent}${head} ${oneLine}`];
    return [indent + head, ...lines(item, `${indent}  `)];
  });
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (!isRecord(value)) return String(value);
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${fields.map(([key, item]) => `${key}: ${inline(item)}`).join(', ')}}`;
}
