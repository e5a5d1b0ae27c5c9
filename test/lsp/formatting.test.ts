import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { sessionsInFolder } from './folder';

const text = ['stages:', '    one:   One', '    two:', '            label: "🎉"   ', '    three:  {sv: Tre }'].join('\r\n');

describe('formatting over the protocol', () => {
  const { start, uri } = sessionsInFolder();
  const ask = async (method: string, rest: object) => {
    const one = await start();
    await one.open(uri('f.codebook.yaml'), text);
    const options = { tabSize: 8, insertSpaces: false };
    return one.connection.sendRequest<TextEdit[]>(method, { textDocument: { uri: uri('f.codebook.yaml') }, options, ...rest });
  };
  const edit = (line: number, from: number, to: number, newText: string): TextEdit => ({
    range: { start: { line, character: from }, end: { line, character: to } },
    newText,
  });

  it('offers all three', async () => {
    const { documentFormattingProvider, documentRangeFormattingProvider } = (await start()).initialized.capabilities;
    assert.deepEqual([documentFormattingProvider, documentRangeFormattingProvider], [true, { rangesSupport: true }]);
  });

  it('a document gets edits of its blanks, two spaces for each level whatever the editor indents with', async () => {
    const edits = await ask('textDocument/formatting', {});
    assert.equal(applied(edits), 'stages:\r\n  one: One\r\n  two:\r\n    label: "🎉"\r\n  three: {sv: Tre}\r\n');
    assert.ok(edits.every(({ newText }) => /^\s*$/.test(newText)));
  });

  it('a range, and several, get the entries they touch', async () => {
    const range = { start: { line: 1, character: 6 }, end: { line: 1, character: 8 } };
    const one = [edit(1, 8, 11, ' ')];
    assert.deepEqual(await ask('textDocument/rangeFormatting', { range }), one);
    const last = { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } };
    assert.deepEqual(await ask('textDocument/rangesFormatting', { ranges: [last, range] }), [
      ...one,
      edit(4, 10, 12, ' '),
      edit(4, 20, 21, ''),
      edit(4, 22, 22, '\r\n'),
    ]);
  });
});

function applied(edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', 'codebook', 1, text), edits);
}
