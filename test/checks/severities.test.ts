import assert from 'node:assert/strict';
import { problemsOf, type SeveritySettings } from '../../server/src/language';
import { folder, snapshotOf } from '../harness/codebooks';

/** A stage that nothing uses, with a comment that says why. */
const suppressed = `codebook: example
languages: [en]
stages:
  # codebook-ignore unused-stage: its questions come with the next wave
  results: {en: Results}
`;
const bare = suppressed.replace(/ {2}#.*\n/, '');

describe('Severities', () => {
  it('change how grave a problem is, or switch its check off', () => {
    assert.deepEqual(told(bare, {}), ['unused-stage: warning']);
    assert.deepEqual(told(bare, { 'unused-stage': 'error' }), ['unused-stage: error']);
    assert.deepEqual(told(bare, { 'unused-stage': 'off' }), []);
  });

  it('that switch a check off say nothing of the comments that would', () => {
    assert.deepEqual(told(suppressed, {}), []);
    assert.deepEqual(told(suppressed, { 'unused-stage': 'off' }), []);
  });
});

function told(text: string, settings: SeveritySettings): readonly string[] {
  const problems = problemsOf(snapshotOf(text), `${folder}main.codebook.yaml`, settings);
  return problems.map(({ code, severity }) => `${code}: ${severity}`);
}
