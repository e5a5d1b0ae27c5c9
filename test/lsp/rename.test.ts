import assert from 'node:assert/strict';
import type { ClientCapabilities, Range, WorkspaceEdit } from 'vscode-languageserver/node';
import { pulling } from './client';
import { common, main, sessionsInFolder } from './folder';

const preparing: ClientCapabilities = { textDocument: { rename: { prepareSupport: true } } };
const asking: ClientCapabilities = {
  ...pulling,
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};
const unasking: ClientCapabilities = { ...pulling, workspace: { workspaceEdit: { documentChanges: true } } };

/** Where `actor` and others stand in the two files of the folder. */
const actorDeclared = range(6, 2, 7);
const actorInRouting = range(7, 62, 67);
const behindScale = range(6, 53, 53);

describe('rename over the protocol', () => {
  const { start, uri } = sessionsInFolder();

  it('offers rename with prepare, and asks to be told before files move', async () => {
    const { capabilities } = (await start({ capabilities: preparing })).initialized;
    assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
    assert.equal((await start({ capabilities: {} })).initialized.capabilities.renameProvider, true);
    assert.deepEqual(capabilities.workspace?.fileOperations?.willRename?.filters, [
      { pattern: { glob: '**/*.codebook.{yaml,yml}', matches: 'file' } },
      { pattern: { glob: '**/*.{csv,tsv}', matches: 'file' } },
      { pattern: { glob: '**', matches: 'folder' } },
    ]);
  });

  it('prepares the name under the cursor, nothing where none stands, and says why a path is none', async () => {
    const one = await start({ initializationOptions: { trusted: false, language: 'sv' } });
    await one.open(uri('main.codebook.yaml'), main);
    const prepare = (line: number, character: number) =>
      one.connection.sendRequest('textDocument/prepareRename', {
        textDocument: { uri: uri('main.codebook.yaml') },
        position: { line, character },
      });
    assert.deepEqual(await prepare(7, 66), { range: actorInRouting, placeholder: 'actor' });
    assert.equal(await prepare(0, 1), null);
    await assert.rejects(prepare(2, 14), {
      code: -32803,
      message: 'En sökväg kan inte byta namn här: byt namn på filen i utforskaren, så följer importerna med.',
    });
  });

  const askFor = async (capabilities: ClientCapabilities, language: string, newName: string) => {
    const one = await start({ capabilities, initializationOptions: { trusted: false, language } });
    await one.open(uri('main.codebook.yaml'), main);
    return one.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: uri('main.codebook.yaml') },
      position: { line: 7, character: 66 },
      newName,
    });
  };
  const named = [
    { range: actorDeclared, newText: 'kind' },
    { range: actorInRouting, newText: 'kind' },
  ];
  const kept = { range: behindScale, newText: ', column: actor' };

  it('sets the edit that keeps the data column apart, under a label, and leaves it on', async () => {
    for (const [language, label, description] of [
      ['en', 'Keep the data column actor', 'Without this edit the column kind is read, and the numbers change.'],
      ['sv', 'Behåll datakolumnen actor', 'Utan den här ändringen läses kolumnen kind, och siffrorna ändras.'],
    ] as const) {
      assert.deepEqual(await askFor(asking, language, 'kind'), {
        documentChanges: [
          {
            textDocument: { uri: uri('main.codebook.yaml'), version: 1 },
            edits: [...named, { ...kept, annotationId: 'keeps-column' }],
          },
        ],
        changeAnnotations: { 'keeps-column': { label, description, needsConfirmation: false } },
      });
    }
  });

  it('keeps the column unasked where the client cannot ask', async () => {
    assert.deepEqual(await askFor(unasking, 'en', 'kind'), {
      documentChanges: [{ textDocument: { uri: uri('main.codebook.yaml'), version: 1 }, edits: [...named, kept] }],
    });
    assert.deepEqual(await askFor(pulling, 'en', 'kind'), { changes: { [uri('main.codebook.yaml')]: [...named, kept] } });
  });

  it('refuses with the reason, in the language of the user', async () => {
    await assert.rejects(askFor(asking, 'en', 'money'), {
      code: -32803,
      message: '`money` is already declared as a question or derived variable in main.codebook.yaml.',
    });
    await assert.rejects(askFor(asking, 'sv', 'in'), {
      code: -32803,
      message: '`in` är ett av språkets egna ord och kan inte vara ett id här.',
    });
  });

  it('a name of an imported file that is not open changes there as well', async () => {
    const one = await start({ capabilities: asking });
    await one.open(uri('main.codebook.yaml'), main);
    const edit = await one.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: uri('main.codebook.yaml') },
      position: { line: 7, character: main.split('\n')[7]?.indexOf('agency') ?? 0 },
      newName: 'authority',
    });
    const changes = new Map(
      edit.documentChanges?.flatMap((change) => ('edits' in change ? [[change.textDocument.uri, change] as const] : [])),
    );
    assert.deepEqual(changes.get(uri('main.codebook.yaml')), {
      textDocument: { uri: uri('main.codebook.yaml'), version: 1 },
      edits: [{ range: range(7, 70, 76), newText: 'authority' }],
    });
    assert.deepEqual(changes.get(uri('common.codebook.yaml')), {
      textDocument: { uri: uri('common.codebook.yaml'), version: null },
      edits: [{ range: range(6, 17, 23), newText: 'authority' }],
    });
    assert.equal(changes.size, 2);
  });

  it('paths follow files and folders that move', async () => {
    const one = await start({ capabilities: asking });
    await one.open(uri('common.codebook.yaml'), common);
    const move = (from: string, to: string) =>
      one.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
        files: [{ oldUri: uri(from), newUri: uri(to) }],
      });
    const changed = (line: number, from: number, to: number, newText: string) => ({
      documentChanges: [
        {
          textDocument: { uri: uri('main.codebook.yaml'), version: null },
          edits: [{ range: range(line, from, to), newText }],
        },
      ],
    });
    assert.deepEqual(
      await move('common.codebook.yaml', 'shared/grön.codebook.yaml'),
      changed(2, 9, 31, './shared/grön.codebook.yaml'),
    );
    assert.deepEqual(await move('answers.csv', 'data/answers.csv'), changed(3, 13, 24, 'data/answers.csv'));
    assert.equal(await move('other.codebook.yaml', 'else.codebook.yaml'), null);
  });
});

function range(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}
