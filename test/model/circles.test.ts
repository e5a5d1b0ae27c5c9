import assert from 'node:assert/strict';
import { applyChanges, circlesOf, codebookOf, emptySnapshot, reportedProblems, type Snapshot } from '../../server/src/language';
import { createDice } from '../bench/generate';

const file = '/circles.codebook.yaml';

describe('Circles among definitions', () => {
  it('are found when the second half of one is typed', () => {
    const [open, closed] = [
      ['d1', 'q', 'd0'],
      ['d1', 'd1', 'd0'],
    ];
    const before = told(written(emptySnapshot([]), open));
    assert.deepEqual(before.circles, []);
    const snapshot = written(emptySnapshot([]), open);
    told(snapshot);
    assert.deepEqual(told(written(snapshot, closed)), told(written(emptySnapshot([]), closed)));
  });

  it('that come and go are what reading anew tells, in whatever order they are asked for', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const dice = createDice(seed);
      const count = 2 + dice(5);
      const named = Array.from({ length: count }, () => 'q');
      let snapshot = written(emptySnapshot([]), named);
      for (let step = 0; step < 12; step += 1) {
        named[dice(count)] = dice(3) === 0 ? 'q' : `d${dice(count)}`;
        snapshot = written(snapshot, named);
        if (dice(3) === 0) continue;
        if (dice(2) === 0) circles(snapshot);
        assert.deepEqual(told(snapshot), told(written(emptySnapshot([]), named)), `seed ${seed}, ${named.join(' ')}`);
      }
    }
  });
});

/** Derived variables `d0`, `d1` and so on, each of which is defined by one name. */
function written(snapshot: Snapshot, named: readonly string[]): Snapshot {
  const lines = named.map((name, at) => `  d${at}: {label: D, value: ${name} = yes}\n`).join('');
  const text = `codebook: circles\nlanguages: [en]\nquestions:\n  q: {text: Q, type: number}\nderived:\n${lines}`;
  return applyChanges(snapshot, [{ kind: 'set', file, text }]);
}

function circles(snapshot: Snapshot): readonly (readonly string[])[] {
  const codebook = codebookOf(snapshot, file);
  return codebook === undefined ? [] : circlesOf(codebook);
}

function told(snapshot: Snapshot) {
  const problems = reportedProblems(snapshot, file).map(({ code, span, found }) => ({ code, span, found }));
  return { problems, circles: circles(snapshot) };
}
