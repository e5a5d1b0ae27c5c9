import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseTable } from '../../server/src/data';
import {
  applyChanges,
  applyEdits,
  type Change,
  type Completion,
  completionsAt,
  emptySnapshot,
  readFile,
  type Snapshot,
} from '../../server/src/language';
import { type FileSyntax, syntaxProblems } from '../../server/src/language/syntax';

const samples = 'samples/innovation-2020/';
const texts = new Map([
  ...readdirSync(samples)
    .filter((name) => name.endsWith('.codebook.yaml'))
    .map((name): [string, string] => [name, readFileSync(samples + name, 'utf8')]),
  ['library.codebook.yaml', readFileSync('samples/starter/library.codebook.yaml', 'utf8')],
]);

const snapshot = (() => {
  const { table } = parseTable(readFileSync(`${samples}workplaces.csv`), { file: 'workplaces.csv' });
  assert.ok(table);
  const changes = [...texts].map(([file, text]): Change => ({ kind: 'set', file: `/${file}`, text }));
  const data: Change = { kind: 'data', file: '/innovation_workplaces.codebook.yaml', state: { kind: 'ready', table } };
  return applyChanges(emptySnapshot([]), [...changes, data]);
})();

/** What was just done at the cursor: nothing, the rest of its line taken away, or something typed. */
const justDone = fc.constantFrom(
  '',
  'cut',
  'e',
  'sca',
  '"',
  '[',
  '{',
  ', ',
  ': ',
  '\n    ',
  '\n  x',
  '\n',
  '- ',
  '# codebook-ignore ',
);

/** Where words, blanks and punctuation meet; the other places are inside words and texts. */
const places = fc.constantFrom(
  ...[...texts].flatMap(([name, text]) =>
    [...text.matchAll(/\b|(?<=[:,[{\s"'=*.(-])|$/g)].map(({ index }) => ({ name, at: index })),
  ),
);

describe('laws of completion', () => {
  it('whatever is accepted anywhere, no syntax error comes and no other entry changes', () => {
    fc.assert(
      fc.property(places, justDone, ({ name, at }, done) => {
        const { now, file, text, offset } = after(name, at, done);
        const before = readFile(text);
        for (const completion of some(completionsAt(now, file, offset, 'en').items)) {
          const accepted = applyEdits(text, [completion.edit, ...(completion.others ?? [])]);
          const next = readFile(accepted, before);
          assert.ok(
            problemsIn(next) <= problemsIn(before) || hidesOthers(before),
            `${completion.label} is no new error in\n${around(accepted, offset)}`,
          );
          assert.deepEqual(lost(before, next, [completion.edit, ...(completion.others ?? [])]), [], completion.label);
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});

function after(name: string, at: number, done: string) {
  const file = `/${name}`;
  const whole = texts.get(name) ?? '';
  const lineEnd = whole.indexOf('\n', at) < 0 ? whole.length : whole.indexOf('\n', at);
  const text = done === 'cut' ? whole.slice(0, at) + whole.slice(lineEnd) : whole.slice(0, at) + done + whole.slice(at);
  const now: Snapshot = done === '' ? snapshot : applyChanges(snapshot, [{ kind: 'set', file, text }]);
  return { now, file, text, offset: done === 'cut' ? at : at + done.length };
}

/** The first, the last, and a few between. */
function some(items: readonly Completion[]): readonly Completion[] {
  const step = Math.max(1, Math.floor(items.length / 6));
  return items.filter((_, at) => at % step === 0 || at === items.length - 1);
}

function problemsIn(file: FileSyntax): number {
  return syntaxProblems(file.entries.map(({ entry }) => entry)).length;
}

/** Of what the parser complains of, only the first is told in an entry: the next comes to light when it is cured. */
function hidesOthers(file: FileSyntax): boolean {
  return syntaxProblems(file.entries.map(({ entry }) => entry)).some(
    ({ problem }) => problem.code === 'open-quote' || problem.code === 'yaml-syntax',
  );
}

/** Keys with all that is below them that stood apart from the edits and are no longer read as they were. */
function lost(before: FileSyntax, next: FileSyntax, edits: readonly Completion['edit'][]): readonly string[] {
  const kept = new Set(pairsIn(next).map(({ source }) => source));
  const isTouched = (from: number, to: number) => edits.some(({ span }) => span.start <= to && from <= span.end);
  return pairsIn(before).flatMap(({ start, end, source }) => (isTouched(start, end) || kept.has(source) ? [] : [source]));
}

/** Each reaches to the next, as what is typed on the blank lines below one may join it. */
function pairsIn({ entries }: FileSyntax) {
  const pairs = entries.flatMap(({ entry, start }) => entry.root.pairs.map(({ span }) => ({ entry, start, span })));
  return pairs.map(({ entry, start, span }, at) => ({
    start: start + span.start,
    end: (pairs[at + 1]?.start ?? Infinity) + (pairs[at + 1]?.span.start ?? 0),
    source: `${entry.role} ${entry.section}: ${entry.text.slice(span.start, span.end).trimEnd()}`,
  }));
}

function around(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - 200), offset + 200);
}
