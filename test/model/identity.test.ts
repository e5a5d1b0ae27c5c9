import assert from 'node:assert/strict';
import {
  applyChanges,
  codebookOf,
  type FileModel,
  fileModel,
  locate,
  type Snapshot,
  type TextEdit,
} from '../../server/src/language';
import { folder, snapshotOf } from '../harness/codebooks';
import { fixture } from './snapshot';

const shared = `${folder}innovation_common.codebook.yaml`;
const workplaces = `${folder}innovation_2020_workplaces.codebook.yaml`;

function replace(snapshot: Snapshot, file: string, what: string, by: string): Snapshot {
  const start = snapshot.files.get(file)?.text.indexOf(what) ?? -1;
  assert.ok(start >= 0, `${what} is not there`);
  const edit: TextEdit = { span: { start, end: start + what.length }, newText: by };
  return applyChanges(snapshot, [{ kind: 'edit', file, edits: [edit] }]);
}

function model(snapshot: Snapshot, file: string): FileModel {
  const found = fileModel(snapshot, file);
  assert.ok(found);
  return found;
}

describe('an edit', () => {
  const before = snapshotOf(fixture('whole-codebook.txt'));

  it('of a label keeps every other declaration of its file the same object', () => {
    const after = replace(before, shared, 'Diffusion & follow-up', 'Diffusion');
    const [old, next] = [model(before, shared), model(after, shared)];
    assert.deepEqual(
      next.stages.filter((stage, at) => stage !== old.stages[at]).map((stage) => stage.id.text),
      ['diffusion'],
    );
    assert.deepEqual([next.scales, next.frames], [old.scales, old.frames]);
    assert.ok(next.scales.every((scale, at) => scale === old.scales[at]));
  });

  it('keeps the models of other files, and codebooks that do not contain the file, the same objects', () => {
    const after = replace(before, workplaces, 'Did you collaborate', 'Have you collaborated');
    assert.equal(model(after, shared), model(before, shared));
    assert.equal(codebookOf(after, shared), codebookOf(before, shared));
    assert.notEqual(codebookOf(after, workplaces), codebookOf(before, workplaces));
  });

  it('of an imported file is seen by its importers', () => {
    const after = replace(before, shared, 'Regions}}', 'Counties}}');
    const label = (snapshot: Snapshot) =>
      codebookOf(snapshot, workplaces)?.variables.get('actor')?.scale?.categories[1]?.labels.en;
    assert.deepEqual([label(before), label(after)], ['Regions', 'Counties']);
  });

  it('that changes nothing keeps everything', () => {
    const after = replace(before, shared, 'Regions', 'Regions');
    assert.equal(model(after, shared), model(before, shared));
    assert.equal(codebookOf(after, workplaces), codebookOf(before, workplaces));
  });

  it('of data keeps the codebook', () => {
    const after = applyChanges(before, [{ kind: 'data', file: workplaces, state: { kind: 'loading' } }]);
    assert.equal(codebookOf(after, workplaces), codebookOf(before, workplaces));
    assert.equal(after.data.get(workplaces)?.kind, 'loading');
  });

  it('moves what stands below it, and places follow', () => {
    const after = replace(before, workplaces, 'version: 1.0.0\n', 'version: 1.0.0\n# A line more.\n');
    const question = model(before, workplaces).questions.find((one) => one.id.text === 'leadership');
    assert.ok(question);
    const [old, next] = [locate(before, question.id.place), locate(after, question.id.place)];
    assert.equal(next?.span.start, (old?.span.start ?? 0) + '# A line more.\n'.length);
    assert.equal(next?.file, workplaces);
    const gone = applyChanges(after, [{ kind: 'remove', file: workplaces }]);
    assert.equal(locate(gone, question.id.place), undefined);
    assert.equal(codebookOf(gone, workplaces), undefined);
  });
});
