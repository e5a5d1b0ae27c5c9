import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChanges, emptySnapshot, type Fold, foldsOf, selectionsAt } from '../../server/src/language';
import { lineAt, lineStarts } from '../../server/src/language/text/lines';
import { texts } from '../syntax/texts';
import { runFixtures } from './fixtures';
import { samples } from './samples';

describe('folding', () => {
  runFixtures('folding', ({ snapshot, file, text }) => drawn(text, foldsOf(snapshot, file)));
});

describe('selection', () => {
  runFixtures('selection', ({ snapshot, file, text, offset }) =>
    selectionsAt(snapshot, file, offset)
      .map(({ start, end }) => `${short(text.slice(start, end))}\n`)
      .join(''),
  );
});

describe('laws of folds and selections', () => {
  const text = fc
    .record({
      text: fc.constantFrom(...texts, ...samples.sound, ...samples.broken),
      cut: fc.nat(),
      typed: fc.constantFrom('', '{', '"', '\n'),
    })
    .map(({ text, cut, typed }) => {
      const at = cut % (text.length + 1);
      return text.slice(0, at) + typed + text.slice(at);
    });

  it('selections hold the offset and grow, and the last is the file', () => {
    fc.assert(
      fc.property(text, fc.nat(), (some, at) => {
        const offset = at % (some.length + 1);
        let last = { start: offset, end: offset };
        for (const span of selectionsAt(snapshotOf(some), '/a', offset)) {
          assert.ok(span.start <= last.start && last.end <= span.end && span.end - span.start > last.end - last.start);
          last = span;
        }
        assert.deepEqual(last, { start: 0, end: some.length });
      }),
      { numRuns: 300 },
    );
  });

  it('folds reach over a line end inside the text, and lie in each other or apart', () => {
    fc.assert(
      fc.property(text, (some) => {
        const open: Fold[] = [];
        for (const fold of foldsOf(snapshotOf(some), '/a')) {
          const { start, end } = fold.span;
          assert.match(some.slice(start, end), /[\r\n]/);
          assert.ok(start >= 0 && end <= some.length);
          while (open.length > 0 && (open.at(-1)?.span.end ?? 0) <= start) open.pop();
          assert.ok(end <= (open.at(-1)?.span.end ?? end));
          open.push(fold);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function snapshotOf(text: string) {
  return applyChanges(emptySnapshot([]), [{ kind: 'set', file: '/a', text }]);
}

/** Each fold in a column of its own beside the lines it reaches over. */
function drawn(text: string, folds: readonly Fold[]): string {
  const starts = lineStarts(text);
  const lines = text.split('\n').map((line) => ({ line, signs: [] as string[] }));
  for (const { kind, span } of folds) {
    const from = lineAt(starts, span.start);
    const to = lineAt(starts, span.end);
    const column = lines.slice(from, to + 1).reduce((most, { signs }) => Math.max(most, signs.length), 0);
    for (let at = from; at <= to; at++) {
      const signs = lines[at]?.signs ?? [];
      while (signs.length < column) signs.push(' ');
      signs.push(at === from ? { block: '┌', region: '┏', comment: '#', imports: '@' }[kind] : at === to ? '└' : '│');
    }
  }
  const width = Math.max(...lines.map(({ signs }) => signs.length));
  return lines.map(({ line, signs }) => `${signs.join('').padEnd(width)} ${line}`.trimEnd()).join('\n');
}

function short(text: string): string {
  const line = text.replace(/\r?\n/g, '⏎');
  return line.length > 100 ? `${line.slice(0, 60)} … ${line.slice(-37)}` : line;
}
