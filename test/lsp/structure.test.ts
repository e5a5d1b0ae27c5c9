import assert from 'node:assert/strict';
import type { FoldingRange, SelectionRange } from 'vscode-languageserver/node';
import { sessionsInFolder } from './folder';

const text = [
  '# Two lines',
  '# about the file.',
  'codebook: folds',
  'import:',
  '  - ./common.codebook.yaml',
  'questions:',
  '  q1:',
  '    items: {',
  '      a: "🎉 A", b: {',
  '        en: B',
  '      }',
  '    }',
  '  q2: {label: Two}',
  '',
].join('\r\n');

describe('structure of a document', () => {
  const { start, uri } = sessionsInFolder();
  const ask = async (foldingRange: object) => {
    const one = await start({ capabilities: { textDocument: { foldingRange } } });
    await one.open(uri('folds.codebook.yaml'), text);
    return one.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri: uri('folds.codebook.yaml') },
    });
  };

  it('folds have lines and columns, and lines alone for a client that folds whole lines', async () => {
    assert.deepEqual(await ask({}), [
      { startLine: 0, startCharacter: 11, endLine: 1, endCharacter: 17, kind: 'comment' },
      { startLine: 3, startCharacter: 7, endLine: 4, endCharacter: 26, kind: 'imports' },
      { startLine: 5, startCharacter: 10, endLine: 12, endCharacter: 18 },
      { startLine: 6, startCharacter: 5, endLine: 11, endCharacter: 5 },
      { startLine: 7, startCharacter: 12, endLine: 10, endCharacter: 7 },
      { startLine: 8, startCharacter: 21, endLine: 9, endCharacter: 13 },
    ]);
    assert.deepEqual(
      (await ask({ lineFoldingOnly: true })).map(({ startLine, endLine, ...rest }) => [
        startLine,
        endLine,
        ...Object.keys(rest),
      ]),
      [
        [0, 1, 'kind'],
        [3, 4, 'kind'],
        [5, 12],
        [6, 11],
        [7, 10],
        [8, 9],
      ],
    );
  });

  it('a client with a limit gets what lies outermost, in the order of the text', async () => {
    const lines = (await ask({ rangeLimit: 3, lineFoldingOnly: true })).map(({ startLine }) => startLine);
    assert.deepEqual(lines, [0, 3, 5]);
  });

  it('each position that is asked for has a chain of selections, of which the last is the file', async () => {
    const one = await start();
    await one.open(uri('folds.codebook.yaml'), text);
    const chains = await one.connection.sendRequest<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri: uri('folds.codebook.yaml') },
      positions: [
        { line: 8, character: 13 },
        { line: 99, character: 0 },
      ],
    });
    const [quoted, end] = chains;
    assert.deepEqual(quoted?.range, { start: { line: 8, character: 13 }, end: { line: 8, character: 14 } });
    assert.deepEqual(quoted?.parent?.range, { start: { line: 8, character: 10 }, end: { line: 8, character: 14 } });
    assert.deepEqual(lastOf(quoted), { start: { line: 0, character: 0 }, end: { line: 13, character: 0 } });
    assert.deepEqual(lastOf(end), lastOf(quoted));
  });
});

function lastOf(chain: SelectionRange | undefined): SelectionRange['range'] | undefined {
  return chain?.parent === undefined ? chain?.range : lastOf(chain.parent);
}
