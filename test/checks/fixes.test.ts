import assert from 'node:assert/strict';
import { applyEdits, type ReportedFix, reportedProblems, type Snapshot } from '../../server/src/language';
import { checks } from '../../server/src/language/checks';
import { folder, snapshotOf, snapshotOfFiles } from '../harness/codebooks';
import { parseFixture } from '../harness/marks';

/** What these lack only a person can say: their fixes make the place for it. */
const toBeFilledIn: readonly string[] = ['label-missing'];

describe('Every fix of the documented mistakes', () => {
  for (const { code, doc } of checks) {
    for (const fix of problemsIn(snapshotOf(doc.wrong)).flatMap(({ fixes }) => fixes)) {
      it(`${code}: ${fix.title}: cures it`, () => {
        const problems = problemsIn(snapshotOfFiles(repaired(doc.wrong, fix)));
        const left = problems.map((problem) => problem.code);
        assert.equal(left.includes(code), toBeFilledIn.includes(code), `left are ${left.join(', ')}`);
        const errors = problems.filter(({ severity }) => severity === 'error').map((problem) => problem.code);
        assert.deepEqual(
          errors.filter((one) => one !== code),
          [],
        );
        if (fix.safe) assert.deepEqual(left, []);
      });
    }
  }
});

function problemsIn(snapshot: Snapshot) {
  return [...snapshot.files.keys()].flatMap((file) => reportedProblems(snapshot, file));
}

function repaired(fixture: string, fix: ReportedFix) {
  const { files } = parseFixture(fixture);
  const editsOf = (name: string) => fix.edits.find(({ file }) => file === folder + name)?.edits ?? [];
  return { files: files.map((file) => ({ ...file, text: applyEdits(file.text, editsOf(file.name)) })) };
}
