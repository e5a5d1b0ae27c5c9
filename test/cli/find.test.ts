import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { findCodebooks, localFiles, nameOf } from '../../server/src/machine';

const fixtures = join(__dirname, 'fixtures');

describe('Finding codebooks', () => {
  it('passes over a folder that can not be read, and names it', async () => {
    const [all, found] = [await findCodebooks([fixtures]), await findCodebooks([fixtures], without('wrong'))];
    const hidden = nameOf(join(fixtures, 'wrong'));
    assert.deepEqual(found.unreadable, [hidden]);
    assert.deepEqual(
      found.files,
      all.files.filter((file) => !file.startsWith(`${hidden}/`)),
    );
    assert.ok(found.files.length > 0 && found.files.length < all.files.length);
  });

  it('names a folder that was asked for itself', async () => {
    const path = join(fixtures, 'wrong');
    assert.deepEqual(await findCodebooks([path], without('wrong')), { files: [], missing: [], unreadable: [nameOf(path)] });
  });
});

/** Rights do not keep a superuser out of a folder, so the refusal is our own. */
function without(name: string) {
  return (folder: string) => (basename(folder) === name ? Promise.reject(new Error('EACCES')) : localFiles.list(folder));
}
