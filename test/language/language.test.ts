import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchesSnapshot } from '../harness/snapshot';
import { answered } from './answers';

/** One fixture for each theme of the language: a small codebook, its data, and what must come out. `UPDATE=1` writes the answers. */
const fixtures = join(import.meta.dirname, 'fixtures');

describe('the codebook language', () => {
  for (const name of readdirSync(fixtures).sort()) {
    it(name.replace('.txt', '').replaceAll('-', ' '), () => {
      const file = join(fixtures, name);
      matchesSnapshot(file, answered(readFileSync(file, 'utf8')));
    });
  }
});
