import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundDataOf, codebookOf, ledgerOf, reportedProblems, type Snapshot } from '../../server/src/language';
import { folder, snapshotOfFiles } from '../harness/codebooks';
import { renderLine } from '../shares/render';

const reference = readFileSync(join(import.meta.dirname, '../../schemas/LANGUAGE.md'), 'utf8');
const main = `${folder}main.codebook.yaml`;

describe('the language reference', () => {
  it('is short', () => assert.ok(reference.split('\n').length < 400));

  it('has examples that together are a codebook without problems', () => {
    const snapshot = example();
    assert.ok((codebookOf(snapshot, main)?.variables.size ?? 0) > 10);
    assert.deepEqual(
      reportedProblems(snapshot, main).map(({ code, found }) => `${code}: ${found}`),
      [],
    );
  });

  it('prints figures that its data give', () => {
    const snapshot = example();
    const codebook = codebookOf(snapshot, main);
    assert.ok(codebook !== undefined);
    const ledger = ledgerOf(codebook, boundDataOf(snapshot, main));
    assert.deepEqual(ledger.filter(({ status }) => status !== 'equal').map(renderLine), [
      'press_release share: 70 = 67 unverifiable the press release does not say of whom',
    ]);
  });
});

function example(): Snapshot {
  return snapshotOfFiles({
    files: [
      { name: 'main.codebook.yaml', text: blocks('yaml').join(''), expected: [] },
      { name: 'workplaces.csv', text: blocks('csv').join(''), expected: [] },
    ],
  });
}

function blocks(language: string): readonly string[] {
  return [...reference.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text);
}
