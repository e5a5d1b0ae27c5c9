import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadCodebooks } from '../../server/src/files';
import {
  applyChanges,
  checks,
  emptySnapshot,
  problemsOf,
  reportedProblems,
  type SeveritySettings,
  type Snapshot,
} from '../../server/src/language';
import { nameChecks } from '../../server/src/language/checks/names';
import { scaleChecks } from '../../server/src/language/checks/scales';
import { structureChecks } from '../../server/src/language/checks/structure';
import { textChecks } from '../../server/src/language/checks/text';
import { findCodebooks, localFiles } from '../../server/src/machine';
import { folder, snapshotOf } from '../harness/codebooks';

/** Checks that look at what is written and declared, not at what it means. */
const formal = [...textChecks, ...structureChecks, ...nameChecks, ...scaleChecks];
const formalAlone: SeveritySettings = Object.fromEntries(
  checks.filter((check) => !formal.includes(check)).map(({ code }) => [code, 'off']),
);

describe('Checks of damaged codebooks', () => {
  let samples: Snapshot;
  let files: readonly string[];

  before(async () => {
    ({ files } = await findCodebooks(['samples/innovation-2020', 'samples/starter']));
    samples = await loadCodebooks(emptySnapshot([]), files, localFiles);
  });

  /** A sample and a place in it, the same ones at every run. */
  function eachDamage(numRuns: number, test: (file: string, at: number) => void): void {
    const places = fc.nat({ max: files.length - 1 }).chain((index) => {
      const file = files[index] ?? '';
      return fc.tuple(fc.constant(file), fc.nat({ max: samples.files.get(file)?.text.length ?? 0 }));
    });
    fc.assert(
      fc.property(places, ([file, at]) => test(file, at)),
      { numRuns, seed: 20 },
    );
  }

  function formalProblems(snapshot: Snapshot): readonly string[] {
    return files.flatMap((file) => problemsOf(snapshot, file, formalAlone).map(({ code, found }) => `${code}: ${found}`));
  }

  it('the samples are clean', () => {
    assert.deepEqual(formalProblems(samples), []);
  });

  it('a file cut off anywhere is checked without a fault', () => {
    eachDamage(150, (file, at) => {
      const text = samples.files.get(file)?.text.slice(0, at) ?? '';
      const cut = applyChanges(samples, [{ kind: 'set', file, text }]);
      for (const { place } of problemsOf(cut, file)) {
        assert.ok(0 <= place.span.start && place.span.start <= place.span.end && place.span.end <= place.entry.text.length);
      }
    });
  });

  it('one character less gives few problems, however much hangs on it', () => {
    eachDamage(150, (file, at) => {
      const edits = [{ span: { start: at, end: at + 1 }, newText: '' }];
      const found = formalProblems(applyChanges(samples, [{ kind: 'edit', file, edits }]));
      assert.ok(found.length <= 4, found.join('\n'));
    });
  });

  it('text put anywhere is checked without a fault', () => {
    const bit = fc.constantFrom('{', '}', '[', ']', ': ', ', ', '\n', '  ', '"', "'", '#', '&a', '!x', '- ', 'yes', 'å');
    const start = `codebook: example
languages: [en]
scales:
  a: {categories: {b: {code: 1}}}
questions:
  q: {text: Q, scale: a}
`;
    const file = `${folder}main.codebook.yaml`;
    const snapshot = snapshotOf(start);
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 12 }), fc.nat({ max: start.length }), (parts, at) => {
        const edits = [{ span: { start: at, end: at }, newText: parts.join('') }];
        const after = applyChanges(snapshot, [{ kind: 'edit', file, edits }]);
        const length = after.files.get(file)?.text.length ?? 0;
        for (const { span } of reportedProblems(after, file)) assert.ok(0 <= span.start && span.end <= length);
      }),
      { numRuns: 300 },
    );
  });

  it('an empty file lacks its name and nothing else', () => {
    const file = `${folder}main.codebook.yaml`;
    for (const text of ['', '\n', '\uFEFF']) {
      const snapshot = applyChanges(emptySnapshot([]), [{ kind: 'set', file, text }]);
      const found = problemsOf(snapshot, file).map((problem) => `${problem.code}: ${problem.found}`);
      assert.deepEqual(found, ['codebook-name-missing: this file is empty']);
    }
  });
});
