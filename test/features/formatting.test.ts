import assert from 'node:assert/strict';
import { applyChanges, applyEdits, emptySnapshot, formatFile, formatSpans } from '../../server/src/language';
import { runFixtures } from './fixtures';

describe('formatting', () => {
  runFixtures('formatting', ({ snapshot, file, text, files }) => {
    const marks = files.find(({ expected }) => expected.length > 0)?.expected ?? [];
    const edits = marks.length === 0 ? formatFile(snapshot, file) : formatSpans(snapshot, file, marks);
    return applyEdits(text, edits);
  });

  it('line ends stay as they are, each of them, and the last line gets the one the file uses', () => {
    const text = 'codebook:  a\r\nlabel:  A \r\n\r\n\r\nstages:\n    one:   One\r\n    two:\r\n            label: Two';
    assert.equal(formatted(text), 'codebook: a\r\nlabel: A\r\n\r\n\r\nstages:\n  one: One\r\n  two:\r\n    label: Two\r\n');
  });

  it('a byte order mark stays, blank lines around the file go', () => {
    assert.equal(formatted('\uFEFF\n\ncodebook:  a\n\n\n'), '\uFEFFcodebook: a\n');
  });

  it('a file without text stays without', () => {
    for (const text of ['', '\n\n', '  ']) assert.equal(formatted(text), text);
  });

  it('edits are of what changes and no more', () => {
    const text = 'questions:\n  q:\n    label:    A\n    ask_if: a=yes\n';
    const edits = formatFile(snapshotOf(text), '/a').map(({ span, newText }) => [text.slice(span.start, span.end), newText]);
    assert.deepEqual(edits, [
      ['    ', ' '],
      ['a=yes', 'a = yes'],
    ]);
  });
});

function formatted(text: string): string {
  return applyEdits(text, formatFile(snapshotOf(text), '/a'));
}

function snapshotOf(text: string) {
  return applyChanges(emptySnapshot([]), [{ kind: 'set', file: '/a', text }]);
}
