import assert from 'node:assert/strict';
import { checks } from '../../server/src/language/checks';
import { problemsOf } from '../../server/src/language/problems';
import { snapshotOf } from '../harness/codebooks';

describe('The documentation of each check', () => {
  for (const { code, doc } of checks) {
    it(`${code}: what is wrong reports it once, and nothing else`, () => {
      assert.deepEqual(codesIn(doc.wrong), [code]);
    });

    it(`${code}: what is right reports nothing`, () => {
      assert.deepEqual(codesIn(doc.right), []);
    });
  }

  it('has a code of its own for each check', () => {
    const codes = checks.map(({ code }) => code);
    assert.deepEqual([...new Set(codes)], codes);
    for (const code of codes) assert.match(code, /^[a-z]+(-[a-z0-9]+)*$/);
  });
});

function codesIn(fixture: string): readonly string[] {
  const snapshot = snapshotOf(fixture);
  return [...snapshot.files.keys()].flatMap((file) => problemsOf(snapshot, file).map(({ code }) => code));
}
