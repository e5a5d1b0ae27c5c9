import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import {
  CancellationTokenSource,
  type CompletionList,
  type Hover,
  type Location,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { filesByUri } from '../../server/src/lsp';
import { type Disk, diskOf } from '../../server/src/lsp/disk';
import type { Preview, PreviewEntry } from '../../server/src/protocol';
import { pulling, until } from './client';
import { broken, common, main, sessionsInFolder } from './folder';

describe('a session', () => {
  const { start, path, uri, changed, codes } = sessionsInFolder();

  it('open, break, fix, close: no problem outlives its cause', async () => {
    const one = await start();
    await one.open(uri('main.codebook.yaml'), main);
    assert.deepEqual(await codes(one), []);
    await one.type(uri('main.codebook.yaml'), 2, broken);
    assert.deepEqual(await codes(one), ['unknown-category']);
    await one.type(uri('main.codebook.yaml'), 3, main);
    assert.deepEqual(await codes(one), []);
    await one.type(uri('main.codebook.yaml'), 4, broken);
    await one.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri('main.codebook.yaml') } });
    await until(async () => (await codes(one)).length === 0);
  });

  it('sends problems with their version to a client that cannot ask, the same as to one that asks', async () => {
    const asking = await start();
    await asking.open(uri('main.codebook.yaml'), broken);
    const asked = await asking.pull(uri('main.codebook.yaml'));
    const told = await start({ capabilities: {} });
    await told.open(uri('main.codebook.yaml'), broken);
    const sent = () => told.sent.get(uri('main.codebook.yaml'));
    await until(() => sent() !== undefined);
    assert.deepEqual(sent(), { version: 1, diagnostics: asked });
    assert.equal(asked.length, 1);
    assert.equal(asking.sent.size, 0, 'Who asks would see each problem twice.');
    asking.dispose();
    await told.type(uri('main.codebook.yaml'), 2, main);
    await until(() => sent()?.diagnostics.length === 0);
    assert.equal(sent()?.version, 2);
    await told.type(uri('main.codebook.yaml'), 3, broken);
    await until(() => sent()?.version === 3);
    await told.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri('main.codebook.yaml') } });
    await until(() => sent()?.diagnostics.length === 0);
    assert.equal(sent()?.version, undefined);
  });

  it('an edit in an imported file reaches its importer, open or changed on disk', async () => {
    const one = await start();
    await one.open(uri('main.codebook.yaml'), main);
    assert.deepEqual(await codes(one), []);
    await one.open(uri('common.codebook.yaml'), common.replace('agency', 'agencies'));
    assert.deepEqual(await codes(one), ['unknown-category']);
    await one.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri('common.codebook.yaml') } });
    await until(async () => (await codes(one)).length === 0);
    const before = one.refreshes();
    writeFileSync(path('common.codebook.yaml'), common.replace('agency', 'agencies'));
    await changed(one, 'common.codebook.yaml', 2);
    await until(async () => (await codes(one)).includes('unknown-category'));
    await until(() => one.refreshes() > before);
  });

  it('files that are deleted and created again are noticed', async () => {
    const one = await start();
    await one.open(uri('main.codebook.yaml'), main);
    rmSync(path('common.codebook.yaml'));
    await changed(one, 'common.codebook.yaml', 3);
    await until(async () => (await codes(one)).includes('import-missing'));
    writeFileSync(path('common.codebook.yaml'), common);
    await changed(one, 'common.codebook.yaml', 1);
    await until(async () => (await codes(one)).length === 0);
  });

  it('an import that is typed is read from disk', async () => {
    writeFileSync(path('more.codebook.yaml'), 'codebook: more\nlanguages: [en]\n');
    const one = await start({ folder: undefined });
    await one.open(uri('main.codebook.yaml'), main);
    await until(async () => (await codes(one)).length === 0);
    await one.type(uri('main.codebook.yaml'), 2, main.replace('[./common', '[./more.codebook.yaml, ./common'));
    await until(async () => (await codes(one)).length === 0);
  });

  it('the preview tells when data have been read, and shows them', async () => {
    const one = await start({ initializationOptions: { trusted: false, language: 'en' } });
    const ask = () =>
      one.connection.sendRequest<Preview>('codebook/preview', { uri: uri('main.codebook.yaml'), language: 'en', width: 500 });
    await one.open(uri('main.codebook.yaml'), main);
    await until(async () => (await ask()).state.kind === 'untrusted');
    assert.deepEqual(
      (await ask()).stages.flatMap(({ entries }) => entries.flatMap(({ tables }) => tables)),
      [],
    );
    await one.connection.sendNotification('codebook/environment', { trusted: true, language: 'en' });
    await until(() => one.previewsChanged.length > 0);
    await until(async () => (await ask()).state.kind === 'ready');
    const preview = await ask();
    assert.equal(preview.uri, uri('main.codebook.yaml'));
    const [actor] = preview.stages[0]?.entries ?? [];
    assert.deepEqual(actor?.place, { uri: uri('main.codebook.yaml'), line: 6, endLine: 6 });
    assert.deepEqual(textsOf(actor), ['67%', '33%', '3']);
    const seen = one.previewsChanged.length;
    writeFileSync(path('answers.csv'), 'actor,money\n1,10\n');
    await changed(one, 'answers.csv', 2);
    await until(() => one.previewsChanged.length > seen);
    assert.deepEqual(textsOf((await ask()).stages[0]?.entries[0]), ['100%', '0%', '1']);
  });

  it('data that arrive later change the problems', async () => {
    writeFileSync(path('answers.csv'), 'actor,money\n1,10\n7,\n');
    const one = await start();
    await one.open(uri('main.codebook.yaml'), main);
    await until(() => one.refreshes() > 0);
    await until(async () => (await one.pull(uri('main.codebook.yaml'))).length > 0);
  });

  it('hover, definition, references and completion answer in the places of the client', async () => {
    const one = await start({ initializationOptions: { trusted: true, language: 'sv' } });
    await one.open(uri('main.codebook.yaml'), main);
    const line = main.split('\n').findIndex((text) => text.includes('ask_if'));
    const position = { line, character: (main.split('\n')[line] ?? '').indexOf('agency') + 2 };
    const params = { textDocument: { uri: uri('main.codebook.yaml') }, position };
    const hover = await one.connection.sendRequest<Hover>('textDocument/hover', params);
    assert.match(JSON.stringify(hover.contents), /Svarsalternativ `agency`/);
    const [place] = await one.connection.sendRequest<Location[]>('textDocument/definition', params);
    assert.equal(place?.uri, uri('common.codebook.yaml'));
    assert.deepEqual(place?.range.start, { line: 6, character: 17 });
    const found = await one.connection.sendRequest<Location[]>('textDocument/references', {
      ...params,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      found.map((one) => one.range.start.line),
      [line],
    );
    const { items, isIncomplete } = await one.connection.sendRequest<CompletionList>('textDocument/completion', params);
    assert.equal(isIncomplete, false);
    assert.deepEqual(
      items.slice(0, 2).map(({ label, detail }) => `${label} ${detail}`),
      ['agency Agencies', 'region Regions'],
    );
  });

  it('a fix that is taken cures its problem', async () => {
    const one = await start();
    await one.open(uri('main.codebook.yaml'), broken);
    const [problem] = await one.pull(uri('main.codebook.yaml'));
    assert.ok(problem);
    const actions = await one.connection.sendRequest<{ title: string; edit: WorkspaceEdit }[]>('textDocument/codeAction', {
      textDocument: { uri: uri('main.codebook.yaml') },
      range: problem.range,
      context: { diagnostics: [problem] },
    });
    const [change] = actions[0]?.edit.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change);
    assert.deepEqual(change.textDocument, { uri: uri('main.codebook.yaml'), version: 1 });
    assert.deepEqual(change.edits, [{ range: problem.range, newText: 'agency' }]);
  });

  it('settings change how grave a problem is, and switch checks off', async () => {
    const one = await start();
    await one.open(uri('main.codebook.yaml'), broken);
    const setting = (severity: string) =>
      one.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { codebook: { checks: { 'unknown-category': severity } } },
      });
    await setting('information');
    assert.equal((await one.pull(uri('main.codebook.yaml')))[0]?.severity, 3);
    await setting('off');
    assert.deepEqual(await codes(one), []);
  });

  it('what fails is logged and answered emptily, and the session goes on', async () => {
    const one = await start();
    await one.open(uri('main.codebook.yaml'), main);
    const params = { textDocument: { uri: uri('main.codebook.yaml') } };
    assert.equal(await one.connection.sendRequest('textDocument/hover', params), null);
    await until(() => one.log.some((line) => line.startsWith('hover:')));
    await assert.rejects(one.connection.sendRequest('textDocument/unheardOf', {}), /Unhandled method/);
    assert.deepEqual(await codes(one), []);
  });

  it('a cancelled request is not worked on; one for a file that is not there is answered', async () => {
    const disk = diskOf(filesByUri);
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const one = await start({ server: { disk: { ...disk, find: (folders) => held.then(() => disk.find(folders)) } } });
    const source = new CancellationTokenSource();
    const asked = one.connection.sendRequest(
      'textDocument/documentSymbol',
      { textDocument: { uri: uri('x.codebook.yaml') } },
      source.token,
    );
    source.cancel();
    const early = one.pull(uri('main.codebook.yaml'));
    letGo();
    await assert.rejects(asked, /cancelled/);
    assert.deepEqual(await early, []);
    assert.deepEqual(await one.pull(uri('nowhere.codebook.yaml')), []);
  });

  it('a reading of data that is superseded is cancelled; one that takes long tells how far it is', async () => {
    const signals: AbortSignal[] = [];
    let finish = (): void => {};
    const slow: Disk = {
      ...diskOf(filesByUri),
      data: (_snapshot, _file, signal, progress) =>
        new Promise((resolve, reject) => {
          signals.push(signal);
          signal.addEventListener('abort', () => reject(signal.reason));
          progress(0.5);
          finish = () => resolve({ kind: 'failed', reason: { code: 'missing', message: 'It is not there.' } });
        }),
    };
    const one = await start({ capabilities: { ...pulling, window: { workDoneProgress: true } }, server: { disk: slow } });
    const told: string[] = [];
    one.connection.onRequest('window/workDoneProgress/create', () => null);
    one.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => void told.push(value.kind));
    await one.open(uri('main.codebook.yaml'), main);
    await until(() => signals.length === 1);
    await one.type(uri('main.codebook.yaml'), 2, main.replace('answers.csv', 'others.csv'));
    await until(() => signals.length === 2);
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true, false],
    );
    await until(() => told.includes('report'));
    finish();
    await until(() => told.includes('end'));
    assert.equal(told[0], 'begin');
    assert.deepEqual(one.log, []);
  });

  it('offers these capabilities', async () => {
    const { initialized } = await start({ capabilities: pulling });
    assert.deepEqual(initialized, {
      capabilities: {
        textDocumentSync: { openClose: true, change: 2 },
        completionProvider: {
          triggerCharacters: [' ', ':', ',', '.', '(', '[', '{', '=', '<', '>', '*'],
          resolveProvider: true,
        },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentSymbolProvider: true,
        codeActionProvider: {
          codeActionKinds: ['quickfix', 'refactor.extract', 'refactor.inline', 'refactor.rewrite', 'source.fixAll.codebook'],
        },
        diagnosticProvider: { identifier: 'codebook', interFileDependencies: true, workspaceDiagnostics: false },
        signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [')'] },
        inlayHintProvider: { resolveProvider: false },
        codeLensProvider: { resolveProvider: true },
        renameProvider: true,
        documentHighlightProvider: true,
        workspaceSymbolProvider: true,
        documentLinkProvider: { resolveProvider: false },
        callHierarchyProvider: true,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: { rangesSupport: true },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        semanticTokensProvider: {
          legend: {
            tokenTypes: [
              'namespace',
              'class',
              'struct',
              'enum',
              'enumMember',
              'variable',
              'property',
              'interface',
              'event',
              'function',
              'keyword',
              'operator',
              'number',
              'string',
            ],
            tokenModifiers: ['declaration', 'readonly', 'defaultLibrary'],
          },
          full: { delta: true },
          range: true,
        },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: {
            willRename: {
              filters: [
                { pattern: { glob: '**/*.codebook.{yaml,yml}', matches: 'file' } },
                { pattern: { glob: '**/*.{csv,tsv}', matches: 'file' } },
                { pattern: { glob: '**', matches: 'folder' } },
              ],
            },
          },
        },
      },
      serverInfo: { name: 'codebook' },
    });
  });
});

/** The numbers of the first row of an entry's first table. */
function textsOf(entry: PreviewEntry | undefined): readonly string[] | undefined {
  return entry?.tables[0]?.rows[0]?.cells.map(({ text }) => text);
}
