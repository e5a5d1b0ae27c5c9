import assert from 'node:assert/strict';
import { applyEdits, fixesAt, safeFixes } from '../../server/src/language';
import { shownOf } from './fixtures';

const unused = `codebook: main
languages: [en]
stages:
  # codebook-ignore duplicate-id: long ago
  results: {en: Results}
  # codebook-ignore duplicate-id: also long ago
  effects: {en: Effects}
questions:
  first: {stage: results, label: First, scale: act$0ors}
  second: {stage: effects, label: Second, type: number}
scales:
  actor: {categories: {agency: {code: 1, label: Agency}, region: {code: 2, label: Region}}}
`;

describe('fixes', () => {
  it('are offered where the problem is, and nowhere else', () => {
    const { snapshot, file, text, offset } = shownOf(unused);
    const titles = (at: number) => fixesAt(snapshot, file, { start: at, end: at }).map(({ fix }) => fix.title);
    assert.ok(titles(offset).length > 0);
    assert.deepEqual(titles(0), []);
    assert.ok(titles(text.indexOf('duplicate-id')).includes('Remove the comment'));
  });

  it('that are safe can all be made at once, and leave nothing safe to fix', () => {
    const { snapshot, file, text } = shownOf(unused);
    const fixed = applyEdits(text, safeFixes(snapshot, file));
    assert.doesNotMatch(fixed, /codebook-ignore/);
    assert.match(fixed, /scale: actors/, 'a guess is not safe');
    const again = shownOf(fixed);
    assert.deepEqual(safeFixes(again.snapshot, again.file), []);
  });
});
