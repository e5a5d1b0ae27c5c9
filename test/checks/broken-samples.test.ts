import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataCache } from '../../server/src/data';
import { findCodebooks, loadCodebooks, nameOf, readDataOf } from '../../server/src/files';
import { applyChanges, type Change, checks, emptySnapshot, problemsOf, type Snapshot } from '../../server/src/language';
import { brokenSamples } from '../harness/broken-samples';

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
    const { files } = await findCodebooks([folder]);
    const snapshot = await loaded(files);
    const found = files.flatMap((file) => problemsOf(snapshot, file).map(({ code }) => code));
    assert.deepEqual([...found].sort(), checks.map(({ code }) => code).sort());
  });
});

/** The codebooks with their data, read from the disk as the editor and the command line do. */
async function loaded(files: readonly string[]): Promise<Snapshot> {
  const snapshot = await loadCodebooks(emptySnapshot([nameOf(folder)]), files, (file) => file);
  const cache = createDataCache();
  const changes: Change[] = [];
  for (const file of files) {
    const state = await readDataOf(snapshot, file, (name) => name, cache, new AbortController().signal);
    changes.push({ kind: 'data', file, state });
  }
  return applyChanges(snapshot, changes);
}
