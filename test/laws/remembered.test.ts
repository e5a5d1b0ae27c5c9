import assert from 'node:assert/strict';
import {
  applyChanges,
  type Change,
  codebookOf,
  emptySnapshot,
  reportedProblems,
  type Snapshot,
  sharesOf,
} from '../../server/src/language';
import { generateCodebook } from '../bench/generate';
import { importingLibrary } from './libraries';
import { countRemembered } from './remembered';
import { typeAndUndo, typingsIn } from './typing';

const file = '/typed.codebook.yaml';

/** What is remembered follows the text, not its history: nothing is kept of what was typed and taken away. */
describe('What is remembered', () => {
  it('does not grow while somebody types', () => {
    const text = generateCodebook({ questions: 300 });
    const typings = typingsIn(text, 240).slice(80, 120);
    const round = (from: Snapshot) => typings.reduce((now, typing) => typeAndUndo(now, file, typing), from);
    const once = round(opened(file, text));
    const count = countRemembered(once, file);
    assert.ok(count > 300, `${count} answers are too few to say anything`);
    assert.equal(countRemembered(round(round(once)), file), count);
  });

  it('does not grow while data come and go', () => {
    const { texts, tables } = importingLibrary();
    const main = '/w/main.codebook.yaml';
    const all = [...texts].map(([name, text]): Change => ({ kind: 'set', file: name, text }));
    let snapshot = applyChanges(emptySnapshot([]), all);
    const counts = Array.from({ length: 6 }, (): number => {
      for (const table of tables) {
        // Each time it is read it is another table.
        snapshot = applyChanges(snapshot, [{ kind: 'data', file: main, state: { kind: 'ready', table: { ...table } } }]);
        askNumbers(snapshot, main);
        snapshot = applyChanges(snapshot, [{ kind: 'data', file: main, state: { kind: 'loading' } }]);
        reportedProblems(snapshot, main);
      }
      return countRemembered(snapshot, main);
    });
    assert.deepEqual(counts.slice(1), counts.slice(1).fill(counts[1] ?? 0));
  });
});

function opened(name: string, text: string): Snapshot {
  const snapshot = applyChanges(emptySnapshot([]), [{ kind: 'set', file: name, text }]);
  reportedProblems(snapshot, name);
  return snapshot;
}

function askNumbers(snapshot: Snapshot, name: string): void {
  reportedProblems(snapshot, name);
  const [codebook, state] = [codebookOf(snapshot, name), snapshot.data.get(name)];
  if (codebook === undefined || state?.kind !== 'ready') return;
  const { tables } = sharesOf(codebook, state.table);
  for (const id of codebook.indicators.keys()) tables({ kind: 'indicator', id });
}
