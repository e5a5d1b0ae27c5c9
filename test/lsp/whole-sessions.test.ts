import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createDice, type Dice } from '../bench/generate';
import type { Client } from './client';
import { common, main, sessionsInFolder } from './folder';

const names = ['main.codebook.yaml', 'common.codebook.yaml'] as const;

/** Whatever an editor sends, and in whatever order it asks: in the end a session tells what a new one tells of the same texts. */
describe('a whole session', () => {
  const { start, uri } = sessionsInFolder();

  for (const seed of [1, 2, 3, 4]) {
    it(`tells what a new one tells of its last texts: ${seed}`, async () => {
      const one = await start();
      const texts = await live(one, uri, createDice(seed));
      const known = await told(one, uri);
      assert.deepEqual(
        one.log.filter((line) => line.includes('Error')),
        [],
      );
      one.dispose();
      const other = await start();
      for (const [name, text] of texts) await other.open(uri(name), text);
      assert.deepEqual(known, await told(other, uri));
    });
  }
});

/** What the texts are in the end. */
async function live(one: Client, uri: (name: string) => string, dice: Dice): Promise<ReadonlyMap<string, string>> {
  // Without data: when they are read is not for the session to say.
  const first: Readonly<Record<(typeof names)[number], string>> = {
    'main.codebook.yaml': main.replace(/^data:.*\n/m, '').replaceAll('\n', '\r\n'),
    'common.codebook.yaml': common,
  };
  const texts = new Map<string, string>();
  const open = (name: (typeof names)[number]) => {
    texts.set(name, first[name]);
    return one.open(uri(name), first[name]);
  };
  for (const name of names) await open(name);
  const asked: Promise<unknown>[] = [];
  for (let step = 0; step < 120; step += 1) {
    const name = names[dice(2)] ?? names[0];
    const what = dice(12);
    if (what < 6) await change(one, uri(name), texts, name, dice);
    else if (what < 10) asked.push(ask(one, uri(name), dice));
    else if (what === 10) {
      await one.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(name) } });
      await open(name);
    } else await folders(one, uri('elsewhere'), dice);
  }
  await Promise.all(asked);
  return texts;
}

async function change(one: Client, uri: string, texts: Map<string, string>, name: string, dice: Dice): Promise<void> {
  const contentChanges = Array.from({ length: 1 + dice(3) }, () => {
    const document = TextDocument.create(uri, 'codebook', 1, texts.get(name) ?? '');
    const [from, to] = [positionIn(document.getText(), dice), positionIn(document.getText(), dice)];
    const isFar = dice(4) === 0 || Math.abs(from.line - to.line) > 2;
    const range = { start: from, end: isFar ? from : to };
    const contentChange = { range, text: typed[dice(typed.length)] ?? '' };
    texts.set(name, TextDocument.update(document, [contentChange], 2).getText());
    return contentChange;
  });
  // A version that is not above the last is taken as it comes.
  await one.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 + dice(100) },
    contentChanges,
  });
}

const typed = [
  'x',
  '',
  ' ',
  '\n',
  '\r\n',
  '😀',
  ': ',
  '  q: {label: Q, type: text}\r\n',
  '"',
  'agency',
  '#',
  '\t',
  '{',
  '---\n',
];

const requests = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/documentHighlight',
  'textDocument/diagnostic',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/codeLens',
  'textDocument/semanticTokens/full',
  'textDocument/signatureHelp',
] as const;

/** Asks for something somewhere, and sometimes wants it no more. What is cancelled may be refused, and nothing else. */
async function ask(one: Client, uri: string, dice: Dice): Promise<void> {
  const source = new CancellationTokenSource();
  const isCancelled = dice(3) === 0;
  const params = { textDocument: { uri }, position: { line: dice(20), character: dice(60) } };
  const answer = one.connection.sendRequest(requests[dice(requests.length)] ?? requests[0], params, source.token);
  if (isCancelled) source.cancel();
  await answer.catch((error: unknown) => assert.ok(isCancelled, String(error)));
}

async function folders(one: Client, uri: string, dice: Dice): Promise<void> {
  const folder = [{ uri, name: 'elsewhere' }];
  const event = dice(2) === 0 ? { added: folder, removed: [] } : { added: [], removed: folder };
  await one.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
}

/** A place in a text or beyond its end, never between the halves of a character. */
function positionIn(text: string, dice: Dice) {
  const lines = text.split(/\r\n|\r|\n/);
  const line = dice(lines.length + 2);
  const character = dice((lines[line] ?? '').length + 5);
  const isWithin = /[\uD800-\uDBFF]/.test((lines[line] ?? '').charAt(character - 1));
  return { line, character: isWithin ? character + 1 : character };
}

async function told(one: Client, uri: (name: string) => string) {
  return Promise.all(
    names.map(async (name) => ({
      problems: await one.pull(uri(name)),
      symbols: await one.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: uri(name) } }),
      folds: await one.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: uri(name) } }),
    })),
  );
}
