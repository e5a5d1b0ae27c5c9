import assert from 'node:assert/strict';
import { applyChanges, emptySnapshot, reportedProblems, type Snapshot, type TextEdit } from '../../server/src/language';
import { generateCodebook } from '../bench/generate';
import { countComputed } from './remembered';

const file = '/work.codebook.yaml';

/** The work after an edit, counted in answers that are computed: it follows what the edit touches, not the size of the codebook. */
describe('The work after an edit', () => {
  it('of a label does not follow the size', () => {
    const label = /^ {2}q40:\n(?:.*\n)*? {4}label: \{sv: "/m;
    const [small = 0, large = 0] = [1000, 4000].map((questions) => workOf(generateCodebook({ questions }), label, 'x'));
    // What names the question is not quite the same in both.
    assert.ok(small > 0 && large <= 1.2 * small, `${small} and ${large} answers`);
  });

  it('of a name does not follow the size', () => {
    const name = /^ {4}ask_if: /m;
    const [small = 0, large = 0] = [1000, 4000].map((questions) => workOf(generateCodebook({ questions }), name, 'x'));
    // What names the question is not quite the same in both.
    assert.ok(small > 0 && large <= 1.2 * small, `${small} and ${large} answers`);
  });

  it("of a scale's id follows the number of its questions", () => {
    const id = /^ {2}common/m;
    const work = [10, 20, 40].map((shared) => workOf(generateCodebook({ questions: 300, shared }), id, 'x'));
    const [few = 0, more = 0, most = 0] = work;
    assert.ok(few > 0 && most - more <= 2.2 * (more - few), `${work.join(', ')} answers`);
  });
});

/** How many answers are computed when a text is put in after the first match and taken out again, the second time it is done. */
function workOf(text: string, before: RegExp, newText: string): number {
  const found = before.exec(text);
  assert.ok(found);
  const start = found.index + found[0].length;
  const typed: TextEdit = { span: { start, end: start }, newText };
  const undone: TextEdit = { span: { start, end: start + newText.length }, newText: '' };
  let snapshot = applyChanges(emptySnapshot([]), [{ kind: 'set', file, text }]);
  reportedProblems(snapshot, file);
  const edit = (one: TextEdit): Snapshot => {
    snapshot = applyChanges(snapshot, [{ kind: 'edit', file, edits: [one] }]);
    reportedProblems(snapshot, file);
    return snapshot;
  };
  edit(typed);
  const begin = countComputed(edit(undone), file);
  edit(typed);
  return countComputed(edit(undone), file) - begin;
}
