import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyChanges,
  applyEdits,
  codebookOf,
  editsForMoves,
  emptySnapshot,
  type FileMove,
  fileModel,
  resolvePath,
  type Snapshot,
} from '../../server/src/language';

const common = 'codebook: common\n';
const main = `codebook: main
import: [./common.codebook.yaml, '../shared/more.codebook.yaml']   # two
data: {file: data/answers.csv}
`;

/** Files, what moves, and the lines that change: by the file's name before the move. */
const cases: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly moves: readonly FileMove[];
  readonly changed: Readonly<Record<string, string>>;
}[] = [
  {
    name: 'an imported file gets another name',
    files: { '/w/main.codebook.yaml': main, '/w/common.codebook.yaml': common },
    moves: [{ from: '/w/common.codebook.yaml', to: '/w/basics.codebook.yaml' }],
    changed: { '/w/main.codebook.yaml': main.replace('./common', './basics') },
  },
  {
    name: 'quotes stay, and come where the new path needs them',
    files: { '/w/main.codebook.yaml': main, '/shared/more.codebook.yaml': common },
    moves: [
      { from: '/shared/more.codebook.yaml', to: "/w/it's.codebook.yaml" },
      { from: '/w/common.codebook.yaml', to: '/w/a, b.codebook.yaml' },
    ],
    changed: {
      '/w/main.codebook.yaml': main
        .replace("'../shared/more.codebook.yaml'", "'./it''s.codebook.yaml'")
        .replace('./common.codebook.yaml', '"./a, b.codebook.yaml"'),
    },
  },
  {
    name: 'a file moves into a folder: its own paths follow',
    files: { '/w/main.codebook.yaml': main, '/w/common.codebook.yaml': common },
    moves: [{ from: '/w/main.codebook.yaml', to: '/w/deep/er/main.codebook.yaml' }],
    changed: {
      '/w/main.codebook.yaml': main
        .replace('./common', '../../common')
        .replace('../shared', '../../../shared')
        .replace('data/answers', '../../data/answers'),
    },
  },
  {
    name: 'a folder moves with everything in it: only paths out of it and into it change',
    files: {
      '/w/main.codebook.yaml': main,
      '/w/common.codebook.yaml': common,
      '/top.codebook.yaml': 'codebook: top\nimport: w/main.codebook.yaml\n',
    },
    moves: [{ from: '/w', to: '/x/w' }],
    changed: {
      '/w/main.codebook.yaml': main.replace('../shared', '../../shared'),
      '/top.codebook.yaml': 'codebook: top\nimport: x/w/main.codebook.yaml\n',
    },
  },
  {
    name: 'the data file gets another name',
    files: { '/w/main.codebook.yaml': main },
    moves: [{ from: '/w/data/answers.csv', to: '/w/data/answers 2024.csv' }],
    changed: { '/w/main.codebook.yaml': main.replace('answers.csv', 'answers 2024.csv') },
  },
  {
    name: 'in addresses, paths are written as people read them',
    files: {
      'file:///w/main.codebook.yaml': main,
      'file:///w/common.codebook.yaml': common,
    },
    moves: [{ from: 'file:///w/common.codebook.yaml', to: 'file:///w/gr%C3%B6n%20v%C3%A4g.codebook.yaml' }],
    changed: { 'file:///w/main.codebook.yaml': main.replace('./common', './grön väg') },
  },
  {
    name: 'what nothing names changes nothing',
    files: { '/w/main.codebook.yaml': main },
    moves: [{ from: '/w/common', to: '/w/uncommon' }],
    changed: {},
  },
];

describe('files that move', () => {
  for (const { name, files, moves, changed } of cases) {
    it(name, () => assert.deepEqual(textsAfter(snapshotOf(files), moves), changed));
  }

  it('every import and data file leads to the same file afterwards', () => {
    const folders = fc
      .array(fc.constantFrom('a', 'b c', 'å'), { maxLength: 2 })
      .map((steps) => steps.map((step) => `/${step}`).join(''));
    const moves = fc.record({ one: folders, two: folders, goal: folders, goalOfFolder: fc.constantFrom('/d', '/a/d', '/å') });
    fc.assert(
      fc.property(moves, ({ one, two, goal, goalOfFolder }) => {
        const [first, second] = [`${one}/one.codebook.yaml`, `${two}/two.codebook.yaml`];
        const up = '../'.repeat(one.split('/').length - 1);
        const snapshot = snapshotOf({
          [first]: `codebook: one\nimport: ["./${up}${second.slice(1)}"]\ndata: {file: data.csv}\n`,
          [second]: 'codebook: two\n',
        });
        assert.equal(codebookOf(snapshot, first)?.imports[0]?.kind, 'found');
        const moving = [
          { from: first, to: `${goal}/new.codebook.yaml` },
          { from: '/a', to: goalOfFolder },
        ];
        const after = textsAfter(snapshot, moving);
        const home = `${goal}/new.codebook.yaml`;
        const moved = snapshotOf({ [home]: after[first] ?? snapshotText(snapshot, first) });
        const header = fileModel(moved, home)?.header;
        const goalOf = (file: string) => (file.startsWith('/a/') ? goalOfFolder + file.slice(2) : file);
        assert.equal(resolvePath(home, header?.imports[0]?.path.text ?? ''), goalOf(second));
        assert.equal(resolvePath(home, header?.data?.file?.text ?? ''), goalOf(`${one}/data.csv`));
      }),
    );
  });
});

function snapshotOf(files: Readonly<Record<string, string>>): Snapshot {
  return applyChanges(
    emptySnapshot([]),
    Object.entries(files).map(([file, text]) => ({ kind: 'set', file, text })),
  );
}

function textsAfter(snapshot: Snapshot, moves: readonly FileMove[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    editsForMoves(snapshot, moves).map(({ file, edits }) => [file, applyEdits(snapshotText(snapshot, file), edits)]),
  );
}

function snapshotText(snapshot: Snapshot, file: string): string {
  return (
    snapshot.files
      .get(file)
      ?.entries.map(({ entry }) => entry.text)
      .join('') ?? ''
  );
}
