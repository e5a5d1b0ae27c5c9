import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundDataOf, codebookOf, ledgerOf, reportedProblems, type Snapshot } from '../../server/src/language';
import { folder, snapshotOfFiles } from '../harness/codebooks';
import { renderLine } from '../shares/render';

const reference = readFileSync(join(import.meta.dirname, '../../schemas/LANGUAGE.md'), 'utf8');
const schema: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/codebook.schema.json'), 'utf8'));
const main = `${folder}main.codebook.yaml`;

describe('the language reference', () => {
  it('is short', () => assert.ok(reference.split('\n').length < 450));

  it('names every key of the schema', () => {
    const words = new Set(reference.match(/[a-z_]+/g));
    assert.deepEqual(
      [...keysOf(schema)].filter((key) => !words.has(key)),
      [],
    );
  });

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

/** Every name under a `properties` of a JSON schema. */
function keysOf(node: unknown): ReadonlySet<string> {
  if (typeof node !== 'object' || node === null) return new Set();
  const properties = 'properties' in node && typeof node.properties === 'object' ? Object.keys(node.properties ?? {}) : [];
  return new Set([...properties, ...Object.values(node).flatMap((part) => [...keysOf(part)])]);
}
