import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyChanges, emptySnapshot, tokensIn, tokensOf } from '../../server/src/language';
import { withMarks } from '../harness/marks';
import { runFixtures } from './fixtures';

describe('semantic tokens', () => {
  runFixtures('tokens', ({ snapshot, file, text }) =>
    withMarks(
      text,
      tokensOf(snapshot, file).map(({ span, kind, modifiers }) => ({ ...span, code: kind, found: modifiers.join(' ') })),
    ),
  );

  it('of a part of a file are those of the file that lie in its entries, in order and on one line each', () => {
    const samples = 'samples/innovation-2020/innovation_';
    const snapshot = applyChanges(
      emptySnapshot([]),
      ['common', 'workplaces'].map((name) => ({
        kind: 'set',
        file: `/innovation_${name}.codebook.yaml`,
        text: readFileSync(`${samples}${name}.codebook.yaml`, 'utf8'),
      })),
    );
    const file = '/innovation_workplaces.codebook.yaml';
    const text = snapshot.files.get(file)?.text ?? '';
    const all = tokensOf(snapshot, file);
    assert.ok(all.length > 500);
    for (const [at, { span }] of all.entries()) {
      assert.ok(span.start >= (all[at - 1]?.span.end ?? 0) && span.end > span.start);
      assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n]/);
    }
    const middle = text.indexOf('\n  activities:') + 3;
    const some = tokensIn(snapshot, file, { start: middle, end: middle + 10 });
    const first = all.findIndex(({ span }) => span.start === some[0]?.span.start);
    assert.deepEqual(some, all.slice(first, first + some.length));
    assert.ok(some.length > 3 && some.length < all.length / 10);
  });
});
