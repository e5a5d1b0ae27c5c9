import assert from 'node:assert/strict';
import { applyEdits, type ReportedFix, reportedProblems, type Snapshot } from '../../server/src/language';
import { checks } from '../../server/src/language/checks';
import { folder, snapshotOf, snapshotOfFiles } from '../harness/codebooks';
import { parseFixture } from '../harness/marks';

describe('Every fix of the documented mistakes', () => {
  for (const { code, doc } of checks) {
    for (const fix of problemsIn(snapshotOf(doc.wrong)).flatMap(({ fixes }) => fixes)) {
      it(`${code}: ${fix.title}: cures it`, () => {
        const left = problemsIn(snapshotOfFiles(repaired(doc.wrong, fix))).map((problem) => problem.code);
        assert.ok(!left.includes(code), `left are ${left.join(', ')}`);
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
