import type { Entry } from '../../syntax/entry';

/** Where what is said of a name stands: behind it, and behind its closing quote. */
export function behindName({ text }: Entry, end: number): number {
  return /["']/.test(text[end] ?? '') ? end + 1 : end;
}

/** The same for a value, which may end with the line below it. */
export function behindValue(entry: Entry, end: number): number {
  const text = entry.text.slice(0, end).trimEnd();
  return behindName(entry, text.length);
}
