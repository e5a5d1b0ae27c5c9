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
      it(`${code}: ${fix.title}: cures it, and breaks nothing else`, () => {
        const problems = problemsIn(snapshotOfFiles(repaired(doc.wrong, fix)));
        const left = problems.map((problem) => problem.code);
        assert.equal(left.includes(code), toBeFilledIn.includes(code), `left are ${left.join(', ')}`);
        const errors = problems.flatMap((problem) => (problem.severity === 'error' ? problem.code : []));
        assert.deepEqual(
          errors.filter((one) => one !== code),
          [],
        );
        if (fix.safe) assert.deepEqual(left, []);
      });
    }
  }
});

describe('Every fix', () => {
  it('writes the line ends of its file', () => {
    for (const { code, doc } of checks) {
      const fixture = doc.wrong.replaceAll('\n', '\r\n');
      for (const fix of problemsIn(snapshotOf(fixture)).flatMap(({ fixes }) => fixes)) {
        for (const { name, text } of repaired(fixture, fix).files) {
          assert.doesNotMatch(text, /(?<!\r)\n|\r(?!\n)/, `${code}: ${fix.title} in ${name}`);
        }
      }
    }
  });

  it('is the same one, line ends apart, in a file with CRLF', () => {
    for (const { code, doc } of checks) {
      const titles = (fixture: string) =>
        problemsIn(snapshotOf(fixture)).flatMap(({ fixes }) => fixes.map(({ title }) => title));
      assert.deepEqual(titles(doc.wrong.replaceAll('\n', '\r\n')), titles(doc.wrong), code);
    }
  });

  it('touches no text twice', () => {
    for (const { code, doc } of checks) {
      for (const fix of problemsIn(snapshotOf(doc.wrong)).flatMap(({ fixes }) => fixes)) {
        for (const { edits } of fix.edits) {
          const ordered = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
          ordered.forEach((span, at) => {
            assert.ok(at === 0 || (ordered[at - 1]?.end ?? 0) <= span.start, `${code}: ${fix.title}`);
          });
        }
      }
    }
  });
});

function problemsIn(snapshot: Snapshot) {
  return [...snapshot.files.keys()].flatMap((file) => reportedProblems(snapshot, file));
}

function repaired(fixture: string, fix: ReportedFix) {
  const { files } = parseFixture(fixture);
  const editsOf = (name: string) => fix.edits.find(({ file }) => file === folder + name)?.edits ?? [];
  return { files: files.map((file) => ({ ...file, text: applyEdits(file.text, editsOf(file.name)) })) };
}
