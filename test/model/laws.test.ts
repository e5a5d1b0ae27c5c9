import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyChanges,
  bind,
  checkedExpression,
  circlesOf,
  codebookFiles,
  codebookOf,
  declarationsOf,
  type Entry,
  expressionsIn,
  type FileSyntax,
  figureIndicator,
  fileModel,
  readWhole,
  resolveIndicator,
  type Snapshot,
  universeOf,
  universeRelation,
  usesOf,
} from '../../server/src/language';
import { modelOf } from '../../server/src/language/model/file-model';
import { snapshotOf } from '../harness/codebooks';
import { parseFixture } from '../harness/marks';
import { print } from './print';
import { fixture } from './snapshot';

const texts = ['whole-codebook.txt', 'short-forms.txt', 'variables.txt', 'uses.txt']
  .flatMap((name) => parseFixture(fixture(name)).files)
  .map((file) => file.text);

/** A codebook's text with a piece cut out of it or written into it. */
const damaged = fc
  .record({
    text: fc.constantFrom(...texts),
    at: fc.nat({ max: 6000 }),
    length: fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 400 })),
    written: fc.constantFrom(
      '',
      '',
      ' ',
      '\n',
      '  ',
      ':',
      'x',
      ', ',
      '{',
      ']',
      '"',
      "'",
      '- ',
      '#',
      'of: ',
      'yes',
      '\n  when: a = ',
    ),
  })
  .map(({ text, at, length, written }) => {
    const start = at % (text.length + 1);
    return { before: text, start, end: Math.min(text.length, start + length), written };
  });

const afterDamage = damaged.map(({ before, start, end, written }) => before.slice(0, start) + written + before.slice(end));

const file = '/main.codebook.yaml';

/** Asks everything of a snapshot's codebooks that other rooms ask. */
function useAll(snapshot: Snapshot): void {
  for (const name of codebookFiles(snapshot)) {
    const codebook = codebookOf(snapshot, name);
    assert.ok(codebook);
    for (const use of usesOf(codebook)) bind(codebook, use);
    for (const variable of codebook.variables.values()) universeOf(codebook, variable.name, variable.items[0]?.id);
    for (const indicator of codebook.indicators.values()) resolveIndicator(codebook, indicator);
    for (const figure of codebook.figures.values()) figureIndicator(codebook, figure);
    circlesOf(codebook);
    for (const site of declarationsOf(codebook.own).flatMap(expressionsIn)) {
      checkedExpression(codebook, site.text, site.where, site.expected);
      if (site.expected === 'condition') universeRelation(codebook, site, []);
    }
  }
}

function startsIn(syntax: FileSyntax): (entry: Entry) => number {
  const starts = new Map(syntax.entries.map(({ entry, start }) => [entry, start]));
  return (entry) => starts.get(entry) ?? Number.NaN;
}

function printed(syntax: FileSyntax): string {
  return print(modelOf(file, syntax), startsIn(syntax));
}

describe('laws of the model', () => {
  it('no damage to a codebook makes it throw', () => {
    fc.assert(
      fc.property(afterDamage, (text) => useAll(applyChanges(snapshotOf(''), [{ kind: 'set', file, text }]))),
      { numRuns: 300 },
    );
  });

  it('every prefix of a codebook can be read', () => {
    for (const text of texts) {
      for (let end = 0; end <= text.length; end += 23) {
        useAll(applyChanges(snapshotOf(''), [{ kind: 'set', file, text: text.slice(0, end) }]));
      }
    }
  });

  it('an edited file has the model of the same text read from scratch', () => {
    fc.assert(
      fc.property(damaged, ({ before, start, end, written }) => {
        const first = applyChanges(snapshotOf(''), [{ kind: 'set', file, text: before }]);
        fileModel(first, file);
        const edited = applyChanges(first, [{ kind: 'edit', file, edits: [{ span: { start, end }, newText: written }] }]);
        const text = before.slice(0, start) + written + before.slice(end);
        const scratch = applyChanges(snapshotOf(''), [{ kind: 'set', file, text }]);
        const [one, other] = [edited.files.get(file), scratch.files.get(file)];
        assert.ok(one && other);
        assert.equal(printed(one), printed(other));
      }),
      { numRuns: 200 },
    );
  });

  it('a file read as one entry has the same model as read entry by entry', () => {
    for (const text of texts) {
      const split = applyChanges(snapshotOf(''), [{ kind: 'set', file, text }]).files.get(file);
      assert.ok(split && split.entries.length > 1);
      assert.equal(printed(readWhole(text)), printed(split));
    }
  });
});
