import assert from 'node:assert/strict';
import { applyChanges, emptySnapshot, reportedProblems, reportedSteps, type Snapshot } from '../../server/src/language';
import { asText } from './told';

const file = '/steps.codebook.yaml';

const before = `codebook: steps
languages: [en]
scales:
  extent:
    order: descending
    categories: {high: {code: 1, label: High}, low: {code: 2, label: Low}}
questions:
  trust: {label: Trust, scale: extent}
  used: {label: Used, scale: extent, ask_if: trust = high}
  known: {label: Known, scale: extent, ask_if: used = high}
derived:
  both: {label: Both, value: used = high and known = high}
`;

/** Everything that names them has something to say of the new version, and nothing of the old one. */
const after = before.replace('{high: {code', '{top: {code');

describe('Problems that are found in steps', () => {
  it('are those of their own version, and leave a newer one alone, wherever an edit comes between', () => {
    for (let taken = 0; taken < 60; taken += 1) {
      const old = read(before);
      const begun = reportedSteps(old, file);
      for (let at = 0; at < taken; at += 1) if (begun.next().done === true) return;
      const newer = applyChanges(old, [{ kind: 'set', file, text: after }]);
      if (taken % 2 === 0) reportedProblems(newer, file);
      else reportedSteps(newer, file).next();
      assert.deepEqual(said(old, rest(begun)), [], `after ${taken} steps`);
      assert.deepEqual(said(newer, reportedProblems(newer, file)), said(newer, reportedProblems(read(after), file)));
    }
    assert.fail('The steps must come to an end.');
  });
});

function read(text: string): Snapshot {
  return applyChanges(emptySnapshot([]), [{ kind: 'set', file, text }]);
}

function rest(steps: ReturnType<typeof reportedSteps>) {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function said(snapshot: Snapshot, problems: ReturnType<typeof reportedProblems>): unknown {
  return JSON.parse(asText(snapshot, problems));
}
