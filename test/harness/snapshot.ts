import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** `UPDATE=1` rewrites snapshots, but never in continuous integration. */
export const isUpdating = process.env.UPDATE === '1' && process.env.CI === undefined;

/** Compares a text with the one kept in a file; a missing file fails unless snapshots are being rewritten. */
export function matchesSnapshot(file: string, text: string): void {
  if (isUpdating) writeFileSync(file, text);
  assert.ok(existsSync(file), `${file} is not kept; UPDATE=1 writes it`);
  assert.equal(text, readFileSync(file, 'utf8'));
}
