import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseTable } from '../../server/src/data';
import {
  applyChanges,
  applyEdits,
  completionsAt,
  definitionAt,
  emptySnapshot,
  fixesAt,
  highlightsAt,
  hoverAt,
  lineageAt,
  linksIn,
  outlineOf,
  previewOf,
  referencesAt,
  renamingAt,
  restingOn,
  restsOn,
  type Snapshot,
  safeFixes,
} from '../../server/src/language';

const samples = 'samples/innovation-2020/';
const main = 'innovation_workplaces.codebook.yaml';
const texts = new Map(
  readdirSync(samples)
    .filter((name) => name.endsWith('.codebook.yaml'))
    .map((name) => [name, readFileSync(samples + name, 'utf8')]),
);
const whole = applyChanges(
  emptySnapshot([]),
  [...texts].map(([file, text]) => ({ kind: 'set', file: `/${file}`, text })),
);

/** The sample with some of its answers, so that every feature also computes. */
const withData = (() => {
  const { table } = parseTable(readFileSync(`${samples}workplaces.csv`), { file: 'workplaces.csv' });
  assert.ok(table);
  return applyChanges(whole, [{ kind: 'data', file: `/${main}`, state: { kind: 'ready', table } }]);
})();

describe('laws of the features', () => {
  it('nothing throws at any place of any beginning or damaged sample, and completions are edits around the cursor', () => {
    const file = fc.constantFrom(...texts.keys());
    const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
    const damage = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      kind: fc.constantFrom('cut', 'delete', 'type'),
    });
    fc.assert(
      fc.property(file, damage, places, (name, { at, kind }, offsets) => {
        const text = damaged(texts.get(name) ?? '', at, kind);
        const snapshot = applyChanges(whole, [{ kind: 'set', file: `/${name}`, text }]);
        for (const place of [at, ...offsets]) askAll(snapshot, `/${name}`, text, Math.round(place * text.length));
      }),
      { numRuns: 40 },
    );
  });

  it('what is hovered with data never throws, and shows no number that is none', () => {
    const text = texts.get(main) ?? '';
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: text.length }),
        fc.constantFrom('en' as const, 'sv' as const),
        (offset, language) => {
          const markdown = hoverAt(withData, `/${main}`, offset, language)?.markdown ?? '';
          assert.doesNotMatch(markdown, /NaN|undefined|Infinity|\bnull\b/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('the preview of every sample is whole in both languages', () => {
    for (const language of ['sv', 'en']) {
      const preview = previewOf(withData, `/${main}`, { language, width: 500 });
      assert.equal(preview?.state.kind, 'ready');
      assert.doesNotMatch(JSON.stringify(preview), /NaN|undefined|Infinity|null/);
    }
  });
});

function damaged(text: string, at: number, kind: string): string {
  const offset = Math.round(at * text.length);
  if (kind === 'cut') return text.slice(0, offset);
  const rest = kind === 'delete' ? text.slice(offset + 1) : text.slice(offset);
  return text.slice(0, offset) + (kind === 'type' ? '{' : '') + rest;
}

function askAll(snapshot: Snapshot, file: string, text: string, offset: number): void {
  for (const { edit } of completionsAt(snapshot, file, offset, 'en').items) {
    assert.ok(edit.span.start <= offset && offset <= edit.span.end, 'the edit is at the cursor');
    applyEdits(text, [edit]);
  }
  hoverAt(snapshot, file, offset, 'sv');
  for (const { span } of definitionAt(snapshot, file, offset)?.targets ?? []) assert.ok(span.start <= span.end);
  referencesAt(snapshot, file, offset, true);
  fixesAt(snapshot, file, { start: offset, end: offset });
  safeFixes(snapshot, file);
  outlineOf(snapshot, file);
  highlightsAt(snapshot, file, offset);
  linksIn(snapshot, file, 'sv');
  const item = lineageAt(snapshot, file, offset);
  if (item !== undefined) for (const walk of [restingOn, restsOn]) walk(snapshot, item);
  const renaming = renamingAt(snapshot, file, offset, 'fresh_name', 'sv');
  if (renaming?.kind === 'renamed')
    applyChanges(
      snapshot,
      renaming.edits.map((edit) => ({ kind: 'edit', ...edit })),
    );
  previewOf(snapshot, file, { language: 'en', width: 300 });
}
