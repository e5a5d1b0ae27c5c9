import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type CompletionItem, type CompletionList, type MarkupContent, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './client';
import { main, sessionsInFolder } from './folder';

describe('completion over the protocol', () => {
  const { start, path, uri } = sessionsInFolder();

  async function complete(client: Client, marked: string): Promise<{ readonly text: string; readonly list: CompletionList }> {
    const text = marked.replace('$0', '');
    const document = TextDocument.create(uri('other.codebook.yaml'), 'codebook', 1, text);
    await client.open(document.uri, text);
    const list = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri: document.uri },
      position: document.positionAt(marked.indexOf('$0')),
    });
    return { text, list };
  }

  /** As an editor does it that takes no snippets. */
  function accepted(text: string, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
    assert.ok(TextEdit.is(textEdit));
    return TextDocument.applyEdits(TextDocument.create('', 'codebook', 1, text), [textEdit, ...additionalTextEdits]);
  }

  it('creates the scale together with its name', async () => {
    const { text, list } = await complete(await start(), main.replace('scale: actors', 'scale: degree$0'));
    const item = list.items.find(({ label }) => label === 'Create scale `degree`');
    assert.ok(item);
    assert.equal(
      accepted(text, item),
      main
        .replace('scale: actors', 'scale: degree')
        .replace(
          'questions:',
          'scales:\n  degree:\n    categories:\n      first: {code: 1, label: ""}\n      second: {code: 2, label: ""}\nquestions:',
        ),
    );
  });

  it('names data files beside the codebook and in folders there, but not in a workspace that is not trusted', async () => {
    mkdirSync(path('data/deep'), { recursive: true });
    for (const name of ['a.csv', 'data/b.tsv', 'data/deep/c.csv', 'notes.txt']) writeFileSync(path(name), 'id\n1\n');
    const marked = 'codebook: other\ndata:\n  file: $0\n';
    const { list } = await complete(await start(), marked);
    const files = list.items.map(({ label }) => label);
    assert.ok(files.includes('a.csv') && files.includes('data/b.tsv'), files.join(' '));
    assert.ok(!files.includes('data/deep/c.csv') && !files.includes('notes.txt'), files.join(' '));
    const untrusted = await complete(await start({ initializationOptions: { trusted: false, language: 'en' } }), marked);
    assert.deepEqual(untrusted.list.items, []);
  });

  it('sends two hundred of many names, those that begin with what is typed first, and asks to be asked again', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => `  q${at}: {label: Question ${at}, type: number}\n`).join('');
    const marked = `codebook: other\nquestions:\n${many}derived:\n  d: {label: D, value: q99$0}\n`;
    const { list } = await complete(await start(), marked);
    assert.equal(list.isIncomplete, true);
    assert.ok(list.items.length <= 200);
    const labels = list.items.map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 3), ['q99', 'q990', 'q991']);
    const sorted = [...list.items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
    assert.deepEqual(sorted, list.items);
  });

  it('says what a name means when the item is shown', async () => {
    const client = await start();
    const { list } = await complete(client, main.replace('scale: actors', 'scale: act$0'));
    const item = list.items.find(({ label }) => label === 'actors');
    assert.equal(item?.documentation, undefined);
    const resolved = await client.connection.sendRequest<CompletionItem & { documentation: MarkupContent }>(
      'completionItem/resolve',
      item,
    );
    assert.match(resolved.documentation.value, /Agencies/);
  });
});
