import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { applyChanges, type EntryTokens, emptySnapshot, tokensIn, tokensOf } from '../../server/src/language';
import { withMarks } from '../harness/marks';
import { runFixtures } from './fixtures';
import { samples } from './samples';

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

  it('lie in their entries, in order and on one line each, whatever is cut off or typed', () => {
    const damaged = fc.tuple(
      fc.constantFrom(...samples.sound, ...samples.broken),
      fc.nat(),
      fc.constantFrom('', '{', '"', ' = '),
    );
    fc.assert(
      fc.property(damaged, ([text, cut, typed]) => {
        const at = cut % (text.length + 1);
        const some = text.slice(0, at) + typed + (typed === '' ? '' : text.slice(at));
        for (const { entry, tokens } of tokensOf(
          applyChanges(emptySnapshot([]), [{ kind: 'set', file: '/a', text: some }]),
          '/a',
        )) {
          for (const [position, { span, line, character }] of tokens.entries()) {
            assert.ok(span.start >= (tokens[position - 1]?.span.end ?? 0) && span.end > span.start);
            const lines = entry.text.split(/\r\n|\r|\n/);
            assert.equal(
              (lines[line] ?? '').slice(character, character + span.end - span.start),
              entry.text.slice(span.start, span.end),
            );
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('of a part of a file are those of the file that lie in its entries', () => {
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
