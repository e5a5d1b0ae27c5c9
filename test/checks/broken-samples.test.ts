import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks, problemsOf } from '../../server/src/language';
import { nameOf } from '../../server/src/machine';
import { brokenSamples } from '../harness/broken-samples';
import { snapshotOfFolder } from '../harness/folders';

const folder = join(__dirname, '../../samples/broken');

describe('The broken samples', () => {
  it('are what the checks say of themselves: `npm run generate` writes them', () => {
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => nameOf(join(entry.parentPath, entry.name)).slice(nameOf(folder).length + 1));
    const expected = brokenSamples();
    assert.deepEqual(kept.sort(), expected.map(({ path }) => path).sort());
    for (const { path, text } of expected) assert.equal(readFileSync(join(folder, path), 'utf8'), text, path);
  });

  it('show each check once when the folder is opened', async () => {
    const snapshot = await snapshotOfFolder(folder);
    const found = [...snapshot.files.keys()].flatMap((file) => problemsOf(snapshot, file).map(({ code }) => code));
    assert.deepEqual([...found].sort(), checks.map(({ code }) => code).sort());
  });
});
