import assert from 'node:assert/strict';
import { resolvePath } from '../../server/src/language';
import { relativePath } from '../../server/src/language/features/completion/paths';

const cases: readonly (readonly [from: string, to: string, path: string | undefined])[] = [
  ['/a/b/main.codebook.yaml', '/a/b/common.codebook.yaml', './common.codebook.yaml'],
  ['/a/b/main.codebook.yaml', '/a/b/c/common.codebook.yaml', './c/common.codebook.yaml'],
  ['/a/b/main.codebook.yaml', '/a/common.codebook.yaml', '../common.codebook.yaml'],
  ['/a/b/c/main.codebook.yaml', '/a/d/common.codebook.yaml', '../../d/common.codebook.yaml'],
  ['file:///a/b/main.codebook.yaml', 'file:///a/b/k%C3%A4rn%20a.codebook.yaml', './kärn a.codebook.yaml'],
  ['file:///c%3A/a/main.codebook.yaml', 'file:///d%3A/a/common.codebook.yaml', undefined],
];

describe('paths that an import is completed with', () => {
  for (const [from, to, path] of cases) {
    it(`from ${from} to ${to}`, () => {
      assert.equal(relativePath(from, to), path);
      if (path !== undefined) assert.equal(resolvePath(from, path), to);
    });
  }
});
