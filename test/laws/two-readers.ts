import assert from 'node:assert/strict';
import { type Entry, readFile } from '../../server/src/language/syntax';
import { parseTolerantly } from '../../server/src/language/syntax/parse';
import { readPlain } from '../../server/src/language/syntax/plain';

/** What a reader is given. */
export type Written = Pick<Entry, 'text' | 'role' | 'indent'>;

/** Asserts that the fast reader reads as the tolerant one does, or leaves the text to it; true where it reads. */
export function readAlike({ text, role, indent }: Written): boolean {
  const fast = readPlain(text, role, indent);
  if (fast === undefined) return false;
  assert.deepEqual(fast, parseTolerantly(text, role, indent), JSON.stringify({ text, role, indent }));
  return true;
}

/** A text as it is read: as a whole, and cut into its entries. */
export function everyWayOf(text: string): readonly Written[] {
  return [{ text, role: 'whole', indent: 0 }, ...entriesOf(text)];
}

export function entriesOf(text: string): readonly Written[] {
  return readFile(text).entries.map(({ entry }) => entry);
}

/** The share of entries that the fast reader reads. */
export function shareRead(entries: readonly Written[]): number {
  return entries.filter((entry) => readPlain(entry.text, entry.role, entry.indent) !== undefined).length / entries.length;
}
