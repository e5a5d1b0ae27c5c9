import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  applyChanges,
  type Change,
  codebookFiles,
  codebookOf,
  emptySnapshot,
  reportedProblems,
  type Snapshot,
  universeOf,
  usesOf,
} from '../../server/src/language';

/**
 * Whatever is typed, what is known after each edit is what reading the files anew would tell: nothing that was remembered is
 * out of date, and nothing is forgotten.
 */
describe('What is known after an edit', () => {
  for (const [name, files] of libraries()) {
    it(`is what reading anew tells: ${name}`, () => {
      const runs = name === 'innovation-2020' ? 6 : 25;
      fc.assert(
        fc.property(fc.array(editOf([...files.keys()]), { minLength: 1, maxLength: 12 }), (edits) => {
          let texts = files;
          let snapshot = applyChanges(emptySnapshot([]), setAll(texts));
          told(snapshot);
          for (const edit of edits) {
            const { change, after } = carriedOut(texts, edit);
            texts = after;
            snapshot = applyChanges(snapshot, [change]);
            const anew = applyChanges(emptySnapshot([]), setAll(texts));
            assert.deepEqual(told(snapshot), told(anew), JSON.stringify(edit));
          }
        }),
        { numRuns: runs, seed: 20 },
      );
    });
  }
});

type Texts = ReadonlyMap<string, string>;

function setAll(texts: Texts): readonly Change[] {
  return [...texts].map(([file, text]) => ({ kind: 'set', file, text }));
}

/** What can be told of every file, its fixes too. */
function told(snapshot: Snapshot) {
  return codebookFiles(snapshot)
    .slice()
    .sort()
    .map((file) => {
      const codebook = codebookOf(snapshot, file);
      const problems = reportedProblems(snapshot, file).map(({ fixes, ...problem }) => ({ ...problem, fixes: [...fixes] }));
      const variables = [...(codebook?.variables.values() ?? [])].map(({ name, type, labels, stage }) => ({
        name,
        type,
        labels,
        stage,
        universe: codebook && universeOf(codebook, name).map(({ expression }) => expression.parsed.text),
      }));
      const uses = (codebook ? usesOf(codebook) : []).map(({ kind, name, owner, declares }) => ({
        kind,
        name,
        owner,
        declares,
      }));
      return { file, problems, variables, uses };
    });
}

interface Edit {
  readonly file: string;
  readonly at: number;
  readonly what: 'delete' | 'insert' | 'cut_line' | 'double_line' | 'move_line' | 'rename';
  readonly text: string;
  readonly length: number;
}

const typed = [
  'x',
  ' ',
  '\n',
  ':',
  "'",
  '"',
  '{',
  '}',
  '[',
  '#',
  '-',
  ' and ',
  'ask_if: ',
  '  new:\n    text: New?\n',
  '\t',
  '---\n',
];

function editOf(files: readonly string[]): fc.Arbitrary<Edit> {
  return fc.record({
    file: fc.constantFrom(...files),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    what: fc.constantFrom('delete', 'insert', 'cut_line', 'double_line', 'move_line', 'rename'),
    text: fc.constantFrom(...typed),
    length: fc.integer({ min: 1, max: 6 }),
  });
}

function carriedOut(texts: Texts, { file, at, what, text, length }: Edit): { readonly change: Change; readonly after: Texts } {
  const before = texts.get(file) ?? '';
  const start = Math.min(before.length, Math.floor(at * before.length));
  const lineStart = before.lastIndexOf('\n', start - 1) + 1;
  const nextLine = before.indexOf('\n', start) + 1 || before.length;
  const line = before.slice(lineStart, nextLine);
  const splice = (from: number, to: number, newText: string) => ({ span: { start: from, end: to }, newText });
  const edits = {
    delete: [splice(start, Math.min(before.length, start + length), '')],
    insert: [splice(start, start, text)],
    cut_line: [splice(lineStart, nextLine, '')],
    double_line: [splice(lineStart, lineStart, line)],
    move_line: [splice(lineStart, nextLine, ''), splice(before.length, before.length, line)],
    rename: [splice(start, start, 'q')],
  }[what];
  const after = [...edits]
    .reverse()
    .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), before);
  return { change: { kind: 'edit', file, edits }, after: new Map([...texts, [file, after]]) };
}

/** The samples, each folder by itself: files that import each other are edited together. */
function libraries(): ReadonlyMap<string, Texts> {
  const folders = [
    'samples/innovation-2020',
    'samples/starter',
    ...readdirSync('samples/broken').map((name) => `samples/broken/${name}`),
  ];
  const found = folders
    .filter((folder) => statSync(folder).isDirectory())
    .map((folder) => [folder.slice(8), textsIn(folder)] as const);
  return new Map(found.filter(([, texts]) => texts.size > 0));
}

function textsIn(folder: string): Texts {
  const names = readdirSync(folder).filter((name) => /\.codebook\.ya?ml$/.test(name));
  return new Map(names.map((name) => [`/${join(folder, name)}`, readFileSync(join(folder, name), 'utf8')]));
}
