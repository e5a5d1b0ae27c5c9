import assert from 'node:assert/strict';
import { applyChanges, type Change, type DataState, emptySnapshot, type TextEdit } from '../../server/src/language';
import { importingLibrary, type Texts } from './libraries';
import { shownAt, told, toldProblems } from './told';

const head = 'codebook: main\nlanguages: [en]\n';
const scale = (id: string) => `  ${id}: {categories: {a: {code: 1, label: A}, b: {code: 2, label: B}}}\n`;
const question = (id: string, more: string) => `  ${id}: {label: ${id}, ${more}}\n`;

interface Story {
  readonly name: string;
  readonly texts: Texts;
  /** What replaces what in which file, one after the other; several at once are one edit. */
  readonly edits: readonly (readonly (readonly [file: string, what: string, by: string])[])[];
}

const swapped: Texts = new Map([
  ['/main', `${head}questions:\n${question('q', 'type: number')}${question('r', 'type: number, ask_if: q > 1')}`],
]);

const imported: Texts = new Map([
  ['/one', `${head}scales:\n${scale('one')}`],
  ['/two', `${head}scales:\n${scale('two')}`],
  ['/over', `${head}import: [one]\n`],
  ['/main', `${head}import: [one, two]\nquestions:\n${question('q', 'scale: one')}`],
  ['/top', `${head}import: [over]\nquestions:\n${question('q', 'scale: one')}`],
]);

const used: Texts = new Map([
  [
    '/main',
    `${head}scales:\n${scale('pair')}${scale('other')}questions:\n${question('q', 'scale: pair')}${question('r', 'scale: other')}`,
  ],
]);

const named: Texts = new Map([
  [
    '/main',
    `${head}scales:\n${scale('pair')}${scale('other')}questions:\n${question('q', 'scale: pair')}derived:\n${question('d', 'value: q = a')}`,
  ],
]);

const stories: readonly Story[] = [
  {
    name: 'two imported files come to declare one name, and no more',
    texts: imported,
    edits: [[['/two', '  two:', '  one:']], [['/two', '  one:', '  two:']]],
  },
  {
    name: 'an imported file imports another instead',
    texts: imported,
    edits: [[['/over', '[one]', '[two]']], [['/over', '[two]', '[one]']]],
  },
  {
    name: 'what used a scale goes, and comes again',
    texts: used,
    edits: [[['/main', question('q', 'scale: pair'), '']], [['/main', '  r:', `${question('q', 'scale: pair')}  r:`]]],
  },
  {
    name: 'a question takes another scale',
    texts: used,
    edits: [[['/main', 'scale: other', 'scale: pair']], [['/main', 'label: q, scale: pair', 'label: q, scale: other']]],
  },
  {
    name: 'an answer that is named elsewhere comes to belong to another scale',
    texts: named,
    edits: [[['/main', 'q, scale: pair', 'q, scale: other']], [['/main', 'q, scale: other', 'q, scale: pair']]],
  },
  {
    name: 'questions change places',
    texts: swapped,
    edits: [
      [
        ['/main', question('q', 'type: number'), question('r', 'type: number, ask_if: q > 1')],
        ['/main', question('r', 'type: number, ask_if: q > 1'), question('q', 'type: number')],
      ],
      [
        ['/main', question('r', 'type: number, ask_if: q > 1'), question('q', 'type: number')],
        ['/main', question('q', 'type: number'), question('r', 'type: number, ask_if: q > 1')],
      ],
    ],
  },
];

/** Edits whose trace is easily lost, each with what it must not forget. */
describe('What is known after an edit by hand', () => {
  for (const { name, texts, edits } of stories) {
    it(`is what reading anew tells: ${name}`, () => {
      let now = texts;
      let snapshot = applyChanges(emptySnapshot([]), all(now));
      told(snapshot);
      for (const some of edits) {
        const [[file] = ['']] = some;
        const text = now.get(file) ?? '';
        const changes = some.map(([, what, by]): TextEdit => {
          const start = text.indexOf(what);
          assert.ok(start >= 0, what);
          return { span: { start, end: start + what.length }, newText: by };
        });
        snapshot = applyChanges(snapshot, [{ kind: 'edit', file, edits: changes }]);
        const after = snapshot.files.get(file)?.text ?? '';
        now = new Map([...now, [file, after]]);
        const anew = applyChanges(emptySnapshot([]), all(now));
        for (const one of now.keys()) assert.equal(toldProblems(snapshot, one), toldProblems(anew, one));
        for (const share of wordsIn(after)) {
          assert.equal(shownAt(snapshot, file, after, share), shownAt(anew, file, after, share));
        }
        assert.equal(told(snapshot), told(anew));
      }
    });
  }

  it('is what reading anew tells: data come and go', () => {
    const { texts, tables } = importingLibrary();
    const [one, other] = tables.map((table): DataState => ({ kind: 'ready', table }));
    assert.ok(one && other);
    const file = '/w/main.codebook.yaml';
    let snapshot = applyChanges(emptySnapshot([]), all(texts));
    for (const state of [{ kind: 'loading' } as const, one, other, { kind: 'none' } as const, one]) {
      const data: Change = { kind: 'data', file, state };
      snapshot = applyChanges(snapshot, [data]);
      const anew = applyChanges(emptySnapshot([]), [...all(texts), data]);
      for (const name of texts.keys()) assert.equal(toldProblems(snapshot, name), toldProblems(anew, name));
      assert.equal(told(snapshot), told(anew));
    }
  });
});

/** Where words begin, as shares of a text. */
function wordsIn(text: string): readonly number[] {
  return [...text.matchAll(/\b\w/g)].map(({ index }) => (index + 0.5) / text.length);
}

function all(texts: Texts): readonly Change[] {
  return [...texts].map(([file, text]) => ({ kind: 'set', file, text }));
}
