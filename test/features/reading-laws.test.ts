import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseTable } from '../../server/src/data';
import {
  applyChanges,
  type CodebookStatus,
  emptySnapshot,
  hoverAt,
  inlaysIn,
  lensesOf,
  lensTitle,
  type Snapshot,
  signatureAt,
  statusSteps,
} from '../../server/src/language';

const samples = 'samples/innovation-2020/';
const main = '/innovation_workplaces.codebook.yaml';
const texts = new Map(
  readdirSync(samples)
    .filter((name) => name.endsWith('.codebook.yaml'))
    .map((name) => [`/${name}`, readFileSync(samples + name, 'utf8')]),
);
const whole = applyChanges(
  emptySnapshot([]),
  [...texts].map(([file, text]) => ({ kind: 'set', file, text })),
);
const withData = (() => {
  const { table } = parseTable(readFileSync(`${samples}workplaces.csv`), { file: 'workplaces.csv' });
  assert.ok(table);
  return applyChanges(whole, [{ kind: 'data', file: main, state: { kind: 'ready', table } }]);
})();

describe('laws of the reading aids', () => {
  it('nothing throws in any damaged sample, and hints stand in the range that is asked for', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const splice = fc.record({
      at: share,
      removed: fc.nat(3),
      typed: fc.constantFrom('', '{', '(', '"', ',', '\n', ': ', 'x'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...texts.keys()), splice, share, share, (file, { at, removed, typed }, from, to) => {
        const original = texts.get(file) ?? '';
        const start = Math.round(at * original.length);
        const text = original.slice(0, start) + typed + original.slice(start + removed);
        const snapshot = applyChanges(withData, [{ kind: 'set', file, text }]);
        const range = {
          start: Math.round(Math.min(from, to) * text.length),
          end: Math.round(Math.max(from, to) * text.length),
        };
        for (const { offset } of inlaysIn(snapshot, file, range, 'sv')) assert.ok(range.start <= offset && offset <= range.end);
        signatureAt(snapshot, file, start + typed.length, 'en');
        for (const lens of lensesOf(snapshot, file).slice(0, 20)) lensTitle(snapshot, file, lens, 'sv');
        statusOf(snapshot, file);
      }),
      { numRuns: 60 },
    );
  });

  it('the numbers of a lens are those of the hover on the same name, in both languages', () => {
    let compared = 0;
    for (const language of ['en', 'sv'] as const) {
      for (const { kind, subject, span } of lensesOf(withData, main)) {
        if (kind !== 'numbers') continue;
        const title = inPlainBlanks(lensTitle(withData, main, { kind, subject }, language)?.text ?? '');
        assert.doesNotMatch(title, /NaN|undefined|Infinity|null/);
        const hover = inPlainBlanks(hoverAt(withData, main, span.start, language)?.markdown.replaceAll('\\', '') ?? '');
        const n = /n = (.*)$/.exec(title)?.[1]?.split('–') ?? [];
        for (const number of [...(title.match(/\d+(?:[.,]\d+)?\s?%/g) ?? []), ...n]) {
          assert.ok(hover.includes(number), `${subject.id}: ${number} of “${title}” in\n${hover}`);
          compared++;
        }
      }
    }
    assert.ok(compared > 100);
  });

  it('the status counts what the sample declares', () => {
    assert.match(statusOf(withData, main)?.checked ?? '', /^\d+ questions, .*\d+ figures, 1,660 rows of data$/);
  });
});

/** Numbers are printed with blanks that do not break. */
function inPlainBlanks(text: string): string {
  return text.replace(/[^\S\n]/g, ' ');
}

function statusOf(snapshot: Snapshot, file: string): CodebookStatus | undefined {
  const steps = statusSteps(snapshot, file, undefined, 'en');
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
