import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { matchesSnapshot as matchesFile } from '../harness/snapshot';

/** A file in this room's fixtures. */
export function fixture(name: string): string {
  return readFileSync(pathOf(name), 'utf8');
}

/** Compares with the text kept in this room's fixtures. */
export function matchesSnapshot(name: string, text: string): void {
  matchesFile(pathOf(name), text);
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
}
