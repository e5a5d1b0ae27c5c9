import assert from 'node:assert/strict';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { main, sessionsInFolder } from './folder';

const text = `${main}derived:
  rich: {stage: results, label: Rich, value: money > 5 and actor = agency}
figures:
  printed: {of: rich, share: 4}
`;

describe('navigation over the protocol', () => {
  const { start, uri } = sessionsInFolder();
  const opened = async (language = 'en') => {
    const one = await start({ initializationOptions: { trusted: false, language } });
    await one.open(uri('main.codebook.yaml'), text);
    const textDocument = { uri: uri('main.codebook.yaml') };
    const ask = <R>(method: string, word: string, occurrence = 0) =>
      one.connection.sendRequest<R>(method, { textDocument, position: positionOf(word, occurrence) });
    return { one, textDocument, ask };
  };

  it('says what it can do', async () => {
    const { capabilities } = (await start()).initialized;
    assert.equal(capabilities.documentHighlightProvider, true);
    assert.equal(capabilities.workspaceSymbolProvider, true);
    assert.equal(capabilities.callHierarchyProvider, true);
    assert.deepEqual(capabilities.documentLinkProvider, { resolveProvider: false });
  });

  it('a declaration is highlighted as written, a use as read', async () => {
    const { ask } = await opened();
    const found = await ask<DocumentHighlight[]>('textDocument/documentHighlight', 'money', 1);
    assert.deepEqual(
      found.map(({ range, kind }) => [wordAt(range), range.start.line, kind]),
      [
        ['money', 7, 3],
        ['money', 9, 2],
      ],
    );
  });

  it('symbols of the workspace stand in files that are not open as well', async () => {
    const { one } = await opened();
    const find = (query: string) => one.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
    assert.deepEqual(await find('agencies'), [
      {
        name: 'agency',
        kind: 22,
        containerName: 'actors',
        location: {
          uri: uri('common.codebook.yaml'),
          range: { start: { line: 6, character: 17 }, end: { line: 6, character: 23 } },
        },
      },
    ]);
    const [rich] = await find('rch');
    assert.deepEqual([rich?.name, rich?.kind, rich?.containerName], ['rich', 12, 'derived · results']);
  });

  it('links lead to imports and data, and say so in the language of the user', async () => {
    const { one, textDocument } = await opened('sv');
    const links = await one.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument });
    assert.deepEqual(
      links.map(({ range, target, tooltip }) => [wordAt(range), target, tooltip]),
      [
        ['./common.codebook.yaml', uri('common.codebook.yaml'), 'Öppna den importerade kodboken'],
        ['answers.csv', uri('answers.csv'), 'Öppna datafilen'],
      ],
    );
  });

  it('lineage leads from a use of a question up to the figure, and down to the scale in another file', async () => {
    const { one, ask } = await opened();
    const [money] = await ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', 'money', 1);
    assert.ok(money);
    assert.deepEqual([money.name, money.detail, money.kind, wordAt(money.selectionRange)], ['money', 'Money', 13, 'money']);
    const up = (item: CallHierarchyItem) =>
      one.connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    const down = (item: CallHierarchyItem) =>
      one.connection.sendRequest<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    const [rich, ...others] = await up(money);
    assert.ok(rich);
    assert.deepEqual(others, []);
    assert.deepEqual([rich.from.name, rich.from.kind, rich.fromRanges.map(wordAt)], ['rich', 12, ['money']]);
    const [printed] = await up(rich.from);
    assert.deepEqual([printed?.from.name, printed?.from.kind, printed?.fromRanges.map(wordAt)], ['printed', 16, ['rich']]);
    const [actor] = await down(money);
    assert.ok(actor);
    assert.deepEqual([actor.to.name, actor.fromRanges.map(wordAt)], ['actor', ['actor']]);
    const [actors] = await down(actor.to);
    assert.deepEqual([actors?.to.name, actors?.to.uri, actors?.to.kind], ['actors', uri('common.codebook.yaml'), 10]);
    assert.equal(await ask('textDocument/prepareCallHierarchy', 'codebook'), null);
  });

  it('lineage of an item whose text is gone is empty', async () => {
    const { one, ask } = await opened();
    const [rich] = await ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', 'rich');
    await one.type(uri('main.codebook.yaml'), 2, main);
    assert.deepEqual(await one.connection.sendRequest('callHierarchy/incomingCalls', { item: rich }), []);
  });

  it('the outline says label and stage, nested or flat as the client has it', async () => {
    const { one, textDocument } = await opened();
    const nested = await one.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    const questions = nested.find(({ name }) => name === 'questions')?.children ?? [];
    assert.deepEqual(
      questions.map(({ name, detail }) => [name, detail]),
      [
        ['actor', 'Actor · results'],
        ['money', 'Money · results'],
      ],
    );
    one.dispose();
    const plain = await start({ capabilities: {} });
    await plain.open(uri('main.codebook.yaml'), text);
    const flat = await plain.connection.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', { textDocument });
    const money = flat.find(({ name }) => name === 'money');
    assert.equal(money?.containerName, 'questions');
    assert.equal(money?.location.uri, uri('main.codebook.yaml'));
  });

  it('the outline of a great file is whole', async () => {
    const one = await start();
    const questions = Array.from({ length: 6000 }, (_, at) => `  q${at}: {label: Question ${at}, type: number}\n`);
    await one.open(uri('great.codebook.yaml'), `codebook: great\nlanguages: [en]\nquestions:\n${questions.join('')}`);
    const textDocument = { uri: uri('great.codebook.yaml') };
    const nested = await one.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    assert.equal(nested.at(-1)?.children?.length, 6000);
  });
});

function positionOf(word: string, occurrence: number): { readonly line: number; readonly character: number } {
  const found = [...text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))][occurrence]?.index ?? 0;
  const before = text.slice(0, found).split('\n');
  return { line: before.length - 1, character: (before.at(-1) ?? '').length + 1 };
}

function wordAt({ start, end }: DocumentHighlight['range']): string {
  return text.split('\n')[start.line]?.slice(start.character, end.character) ?? '';
}
