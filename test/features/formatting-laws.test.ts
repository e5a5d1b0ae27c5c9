import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  applyChanges,
  applyEdits,
  emptySnapshot,
  type FileSyntax,
  formatFile,
  formatSpans,
  readFile,
  selectionsAt,
} from '../../server/src/language';
import { formatExpression, parseExpression } from '../../server/src/language/expression';
import { mergedRoot, type SyntaxNode, syntaxProblems } from '../../server/src/language/syntax';
import { texts } from '../syntax/texts';
import { samples } from './samples';

const sound = [...texts, ...samples.sound];
const all = [...sound, ...samples.broken];

/** What may be done to a file's blanks without changing what it says, and what breaks it in any way. */
const mutated = fc
  .record({
    text: fc.constantFrom(...all),
    deeper: fc.integer({ min: 1, max: 4 }),
    crlf: fc.boolean(),
    edits: fc.array(
      fc.record({
        at: fc.nat(),
        length: fc.constantFrom(0, 0, 0, 1, 2, 9),
        typed: fc.constantFrom(
          '',
          ' ',
          '  ',
          '\n',
          '\n\n\n',
          '\t',
          ' # note\n',
          '\n# note\n',
          '\n   # note\n',
          '- ',
          ': ',
          '{',
          '"',
          '|',
          '>+\n',
        ),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ text, deeper, crlf, edits }) => {
    let changed = text.replace(/^ +/gm, (blanks) => blanks.repeat(deeper));
    for (const { at, length, typed } of edits) {
      const start = at % (changed.length + 1);
      changed = changed.slice(0, start) + typed + changed.slice(start + length);
    }
    return crlf ? changed.replaceAll('\n', '\r\n') : changed;
  });

describe('laws of formatting', () => {
  it('the samples and the examples of the language are formatted', () => {
    const page = readFileSync('schemas/LANGUAGE.md', 'utf8');
    const examples = [...page.matchAll(/```yaml\n([^`]*)```/g)].map(([, text = '']) => text);
    assert.ok(examples.length > 5);
    for (const text of [...samples.sound, ...examples]) assert.deepEqual(editsOf(text), []);
  });

  it('what a file says stays, and its problems; formatting again changes nothing', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const once = formatted(text);
        assert.deepEqual(saidBy(once), saidBy(text));
        assert.equal(formatted(once), once);
      }),
      { numRuns: 250 },
    );
  }).timeout(30000);

  it('sound texts come back from any indentation with the same lines but for blanks', () => {
    for (const text of sound) {
      const deep = text.replace(/^ +/gm, (blanks) => blanks.repeat(3));
      const bare = (some: string) => formatted(some).replace(/[ \t]/g, '');
      assert.equal(bare(deep), bare(text));
    }
  });

  it('entries that are broken stay as they are, to the letter', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const edits = editsOf(text);
        for (const { entry, start } of readFile(text).entries) {
          if (entry.problems.length === 0) continue;
          const within = edits.filter(({ span }) => span.start < start + entry.text.length && span.end > start);
          assert.deepEqual(within, []);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a part of a file is formatted without a look at the whole', () => {
    const text = samples.sound[0] ?? '';
    const at = text.indexOf('  visits:');
    const spans = [{ start: at, end: at + 1 }];
    const edited = text.replace('label: {sv: Besöksvanor', 'label:   {sv: Besöksvanor');
    const snapshot = snapshotOf(edited);
    const { chunks } = snapshot.files.get('/a') ?? { chunks: [] };
    const unread: FileSyntax = {
      chunks,
      get text(): string {
        throw new Error('The whole text is asked for.');
      },
      get entries(): FileSyntax['entries'] {
        throw new Error('Every entry is asked for.');
      },
    };
    const edits = formatSpans({ ...snapshot, files: new Map([['/a', unread]]) }, '/a', spans);
    assert.equal(applyEdits(edited, edits), text);
    assert.deepEqual(
      selectionsAt({ ...snapshot, files: new Map([['/a', unread]]) }, '/a', at + 3),
      selectionsAt(snapshot, '/a', at + 3),
    );
  });

  it('a part of a file is formatted without a change of what it says, and edits never overlap', () => {
    fc.assert(
      fc.property(mutated, fc.nat(), fc.nat(400), (text, at, length) => {
        const start = at % (text.length + 1);
        const edits = formatSpans(snapshotOf(text), '/a', [{ start, end: Math.min(text.length, start + length) }]);
        for (const [position, { span }] of edits.entries()) assert.ok(span.start >= (edits[position - 1]?.span.end ?? 0));
        assert.deepEqual(saidBy(applyEdits(text, edits)), saidBy(text));
      }),
      { numRuns: 300 },
    );
  });
});

function snapshotOf(text: string) {
  return applyChanges(emptySnapshot([]), [{ kind: 'set', file: '/a', text }]);
}

function editsOf(text: string) {
  return formatFile(snapshotOf(text), '/a');
}

function formatted(text: string): string {
  return applyEdits(text, editsOf(text));
}

/** The tree without its places, expressions in one spelling, and the codes of what is wrong. */
function saidBy(text: string): unknown {
  const file = readFile(text);
  return {
    root: said(mergedRoot(file)),
    problems: syntaxProblems(file.entries.map(({ entry }) => entry)).map(({ problem }) => problem.code),
  };
}

function said(node: SyntaxNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return { style: node.style, text: spelt(node.text) };
    case 'empty':
      return '';
    case 'list':
      return { flow: node.flow, items: node.items.map(said) };
    case 'map':
      return { flow: node.flow, pairs: node.pairs.map((pair) => [pair.key.text, pair.key.style, said(pair.value)]) };
  }
}

function spelt(text: string): string {
  const { tree, problems } = parseExpression(text);
  return problems.length === 0 ? formatExpression(tree) + /\s*$/.exec(text)?.[0] : text;
}
