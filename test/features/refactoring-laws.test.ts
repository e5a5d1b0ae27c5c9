import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  applyChanges,
  codebookOf,
  type Refactoring,
  refactoringsAt,
  reportedProblems,
  type Snapshot,
  sharesOf,
} from '../../server/src/language';
import { nameOf } from '../../server/src/machine';
import { folder, snapshotOf } from '../harness/codebooks';
import { snapshotOfFolder } from '../harness/folders';

/** Every combination of answers to three questions: known ones, a don't know, an empty cell. */
function everyAnswer(): string {
  const cells = ['1', '2', '8', ''];
  const rows = cells.flatMap((a) => cells.flatMap((b) => cells.flatMap((c) => cells.map((d) => [a, b, c, d]))));
  return ['a,b,c,d', ...rows.map((row) => row.join(','))].join('\n');
}

const combined = `codebook: main
languages: [en]
data: {file: rows.csv}
defaults: {base: answered, by: []}
stages: {first: First, second: Second}
scales:
  # Known or not.
  known:
    categories:
      "yes": {code: 1, label: "Yes"}
      "no": {code: 2, label: "No"}
    missing:
      dont_know: {code: 8, kind: dont_know, label: Not sure}
questions:
  a: {label: A, stage: second, scale: known} # asked of all
  b: {label: B, stage: second, scale: known, ask_if: a = yes}
  c:
    label: C
    stage: second
    scale: known
    ask_if: a != no or kind(a) = dont_know
  # The last.
  d: {label: D, stage: first, scale: {categories: {high: {code: 1, label: High}, low: {code: 2, label: Low}}, missing: {unsure: {code: 8, kind: dont_know}}}}
derived:
  both: {label: Both, stage: second, value: b = yes and c = yes or d = high}
  number: {label: Number, stage: first, value: count(a = yes, b = yes), unknown: {rule: as_no, not_asked: as_no}}
indicators:
  one: {measure: share, of: (a = yes and d = high) or c = yes, base: asked}
  two: {measure: share, of: not (b = yes) and d != low}
  three: {measure: share, of: d = high or d = low}
  four: {measure: share, of: a = yes, among: b = no or answered(c) and d = high}
  five: {measure: mean, of: number}
  six: {measure: share, of: both or a = yes}
  seven: {measure: distribution, of: d, base: asked}
tests:
  somebody:
    given: {a: "yes", b: "yes", c: "no"}
    expect: {number: 2}
#- rows.csv
${everyAnswer()}
`;

describe('laws of refactorings', () => {
  it('every one that is offered keeps every number, and brings no error, whatever the answers are', () => {
    const snapshot = snapshotOf(combined);
    const made = everyRefactoring(snapshot, `${folder}main.codebook.yaml`, 1);
    assert.deepEqual([...new Set(made.map(({ kind }) => kind))].sort(), ['extract', 'inline', 'rewrite']);
    assert.ok(made.length >= 12, `${made.length} are offered`);
    assert.ok(made.some(({ title }) => title.includes('battery')));
    for (const one of made) keepsNumbers(snapshot, one);
  });

  for (const name of ['starter', 'innovation-2020']) {
    it(`every one that is offered in samples/${name} keeps every number, and brings no error`, async () => {
      const snapshot = await snapshotOfFolder(nameOf(join(__dirname, '../../samples', name)));
      for (const file of snapshot.files.keys()) {
        for (const one of spread(everyRefactoring(snapshot, file, name === 'starter' ? 11 : 43), name === 'starter' ? 12 : 4))
          keepsNumbers(snapshot, one);
      }
    });
  }

  it('none throws where the text is broken, and line ends stay what they are', () => {
    const text = combined.slice(0, combined.indexOf('#- rows')).replaceAll('\n', '\r\n');
    for (let cut = 40; cut < text.length; cut += 97) {
      const broken = snapshotOf(text.slice(0, cut) + text.slice(cut + 3));
      for (const one of everyRefactoring(broken, `${folder}main.codebook.yaml`, 41)) {
        for (const { newText } of one.edits.flatMap(({ edits }) => edits)) assert.doesNotMatch(newText, /(?<!\r)\n/);
      }
    }
  });
});

/** What is offered at every so many offsets, and for every stretch of some lines. */
function everyRefactoring(snapshot: Snapshot, file: string, step: number): readonly Refactoring[] {
  const text = snapshot.files.get(file)?.text ?? '';
  const found = new Map<string, Refactoring>();
  for (let start = 0; start < text.length; start += step) {
    for (const end of [start, start + 20, start + 200]) {
      for (const one of refactoringsAt(snapshot, file, { start, end: Math.min(end, text.length) })) {
        found.set(JSON.stringify(one), one);
      }
    }
  }
  return [...found.values()];
}

function spread<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, at) => at % step === 0);
}

function keepsNumbers(snapshot: Snapshot, { title, edits }: Refactoring): void {
  const after = applyChanges(
    snapshot,
    edits.map((edit) => ({ kind: 'edit', ...edit })),
  );
  for (const { file } of edits) {
    const errors = (of: Snapshot) => reportedProblems(of, file).flatMap((one) => (one.severity === 'error' ? one.code : []));
    const before = new Set(errors(snapshot));
    assert.deepEqual(
      errors(after).filter((code) => !before.has(code) && code !== 'label-missing'),
      [],
      title,
    );
  }
  for (const file of snapshot.files.keys()) assert.deepEqual(numbersOf(after, file), numbersOf(snapshot, file), title);
}

/** The cells of every indicator; an item that was a question has a name more. */
function numbersOf(snapshot: Snapshot, file: string): unknown {
  const codebook = codebookOf(snapshot, file);
  const data = snapshot.data.get(file);
  if (codebook === undefined || data?.kind !== 'ready') return undefined;
  const { tables } = sharesOf(codebook, data.table);
  return [...codebook.indicators.keys()].sort().map((id) =>
    tables({ kind: 'indicator', id }).map(({ cells, by }) => ({
      by,
      cells: cells.map(({ category, groups, statistic, estimate, uncertainty }) => ({
        category,
        groups,
        statistic,
        estimate,
        uncertainty,
      })),
    })),
  );
}
