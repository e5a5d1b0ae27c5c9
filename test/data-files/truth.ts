import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function readTruth<T>(name: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../data', name), 'utf8'));
}
