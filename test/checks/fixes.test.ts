import assert from 'node:assert/strict';
import { applyChanges, applyEdits, type ReportedFix, reportedProblems, type Snapshot } from '../../server/src/language';
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

describe('Every fix after an edit elsewhere', () => {
  it('is what it would be in a file that is read anew', () => {
    for (const { code, doc } of checks) {
      const before = snapshotOf(doc.wrong);
      shownFixes(before);
      for (const [file, { entries }] of before.files) {
        for (const { start } of entries) {
          const edit = { span: { start, end: start }, newText: '# a comment above\n' };
          const edited = applyChanges(before, [{ kind: 'edit', file, edits: [edit] }]);
          const text = applyEdits(textOf(before, file), [edit]);
          const anew = applyChanges(snapshotOf(doc.wrong), [
            { kind: 'set', file, text: '' },
            { kind: 'set', file, text },
          ]);
          assert.deepEqual(shownFixes(edited), shownFixes(anew), code);
        }
      }
    }
  });
});

function shownFixes(snapshot: Snapshot): unknown {
  return problemsIn(snapshot).map(({ code, fixes }) => ({ code, fixes }));
}

function textOf({ files }: Snapshot, file: string): string {
  return (
    files
      .get(file)
      ?.entries.map(({ entry }) => entry.text)
      .join('') ?? ''
  );
}

function problemsIn(snapshot: Snapshot) {
  return [...snapshot.files.keys()].flatMap((file) => reportedProblems(snapshot, file));
}

function repaired(fixture: string, fix: ReportedFix) {
  const { files } = parseFixture(fixture);
  const editsOf = (name: string) => fix.edits.find(({ file }) => file === folder + name)?.edits ?? [];
  return { files: files.map((file) => ({ ...file, text: applyEdits(file.text, editsOf(file.name)) })) };
}
