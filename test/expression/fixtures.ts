import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUpdating } from '../harness/snapshot';

/**
 * Snapshots a person can read: blocks between empty lines, each an expression and what is said about it. A line
 * `[settings]` holds for the blocks below it. `UPDATE=1` rewrites what is said, except in continuous integration.
 */
export function describeBlocks(name: string, say: (expression: string, settings: string) => string): void {
  const path = join(import.meta.dirname, 'fixtures', `${name}.txt`);
  const blocks = readFileSync(path, 'utf8')
    .trimEnd()
    .split(/\n{2,}/);
  const updated: string[] = [];
  let settings = '';
  describe(name, () => {
    for (const block of blocks) {
      const expression = block.split('\n')[0] ?? '';
      if (expression.startsWith('[')) {
        settings = expression.slice(1, -1);
        updated.push(block);
        continue;
      }
      const own = settings;
      const said = () => `${expression}\n${say(expression, own)}`.trimEnd();
      if (isUpdating) updated.push(said());
      else it(expression, () => assert.equal(said(), block));
    }
    if (isUpdating) it('is rewritten', () => writeFileSync(path, `${updated.join('\n\n')}\n`));
  });
}
