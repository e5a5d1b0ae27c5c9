import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyChanges, type EntryTokens, emptySnapshot, tokensIn, tokensOf } from '../../server/src/language';
import { withMarks } from '../harness/marks';
import { runFixtures } from './fixtures';

describe('semantic tokens', () => {
  runFixtures('tokens', ({ snapshot, file, text }) =>
    withMarks(
      text,
      placed(tokensOf(snapshot, file)).map(({ span, kind, modifiers }) => ({
        ...span,
        code: kind,
        found: modifiers.join(' '),
      })),
    ),
  );

  it('of an entry are kept, and a name that is no longer declared loses its colour', () => {
    const text =
      'questions:\n  a: {label: A, type: number}\n  b: {label: B, type: number, ask_if: a > 1}\n  c: {label: C, type: text}\n';
    const before = applyChanges(emptySnapshot([]), [{ kind: 'set', file: '/a', text }]);
    const tokens = (snapshot: typeof before) => tokensOf(snapshot, '/a').map((one) => one.tokens);
    const [, a, b, c] = tokens(before);
    const at = text.indexOf('a:');
    const renamed = applyChanges(before, [
      { kind: 'edit', file: '/a', edits: [{ span: { start: at, end: at + 1 }, newText: 'd' }] },
    ]);
    for (const [at, kept] of [a, b, c].entries()) assert.equal(tokens(before)[at + 1], kept);
    assert.equal(tokens(renamed)[2]?.length, (b?.length ?? 0) - 1);
    assert.deepEqual(tokens(renamed)[3], c);
  });

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
    const all = placed(tokensOf(snapshot, file));
    assert.ok(all.length > 500);
    for (const [at, { span }] of all.entries()) {
      assert.ok(span.start >= (all[at - 1]?.span.end ?? 0) && span.end > span.start);
      assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n]/);
    }
    const middle = text.indexOf('\n  activities:') + 3;
    const some = placed(tokensIn(snapshot, file, { start: middle, end: middle + 10 }));
    const first = all.findIndex(({ span }) => span.start === some[0]?.span.start);
    assert.deepEqual(some, all.slice(first, first + some.length));
    assert.ok(some.length > 3 && some.length < all.length / 10);
  });
});

/** In offsets of the file. */
function placed(entries: readonly EntryTokens[]) {
  return entries.flatMap(({ start, tokens }) =>
    tokens.map((token) => ({ ...token, span: { start: start + token.span.start, end: start + token.span.end } })),
  );
}
