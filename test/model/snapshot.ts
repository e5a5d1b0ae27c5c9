import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file in this room's fixtures. */
export function fixture(name: string): string {
  return readFileSync(pathOf(name), 'utf8');
}

/** Compares with the kept text; `UPDATE=1` writes it, but never in CI. */
export function matchesSnapshot(name: string, text: string): void {
  const path = pathOf(name);
  if (process.env.UPDATE === '1' && process.env.CI === undefined) writeFileSync(path, text);
  assert.ok(existsSync(path), `${name} is not kept; UPDATE=1 writes it`);
  assert.equal(text, readFileSync(path, 'utf8'));
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
}
