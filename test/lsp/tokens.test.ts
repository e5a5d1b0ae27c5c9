import assert from 'node:assert/strict';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver/node';
import { pulling, until } from './client';
import { common, main, sessionsInFolder } from './folder';

describe('semantic tokens over the protocol', () => {
  const { start, uri } = sessionsInFolder();
  const opened = async () => {
    const one = await start({
      capabilities: { ...pulling, workspace: { semanticTokens: { refreshSupport: true } } },
    });
    await one.open(uri('main.codebook.yaml'), main);
    const ask = <R>(method: string, rest: object = {}) =>
      one.connection.sendRequest<R>(`textDocument/semanticTokens/${method}`, {
        textDocument: { uri: uri('main.codebook.yaml') },
        ...rest,
      });
    return { one, ask };
  };

  it('tokens are told by their distance from the one before, in the words of the legend', async () => {
    const { one, ask } = await opened();
    const { legend } = one.initialized.capabilities.semanticTokensProvider ?? { legend: undefined };
    assert.ok(legend);
    const { data } = await ask<SemanticTokens>('full');
    assert.deepEqual(read(main, data, legend), [
      'actor variable declaration',
      'results namespace',
      'actors enum',
      'money variable declaration',
      'results namespace',
      'actor variable',
      '= operator',
      'agency enumMember',
    ]);
    const line = main.split('\n').findIndex((text) => text.includes('money'));
    const range = { start: { line, character: 4 }, end: { line, character: 5 } };
    const some = await ask<SemanticTokens>('range', { range });
    assert.deepEqual(read(main, some.data, legend).slice(0, 2), ['money variable declaration', 'results namespace']);
    assert.equal(some.data.length, 25);
    assert.equal(some.data[0], line);
  });

  it('after an edit the difference is told, and everything where the client remembers something else', async () => {
    const { one, ask } = await opened();
    const first = await ask<SemanticTokens>('full');
    const edited = main.replace('actor = agency', 'actor != agency and actor = region');
    await one.type(uri('main.codebook.yaml'), 2, edited);
    const delta = await ask<SemanticTokensDelta>('full/delta', { previousResultId: first.resultId });
    assert.equal(delta.edits.length, 1);
    const patched = [...first.data];
    for (const { start: at, deleteCount, data = [] } of delta.edits) patched.splice(at, deleteCount, ...data);
    const whole = await ask<SemanticTokens>('full/delta', { previousResultId: 'of long ago' });
    assert.deepEqual(patched, whole.data);
    assert.notEqual(whole.resultId, delta.resultId);
    const same = await ask<SemanticTokensDelta>('full/delta', { previousResultId: whole.resultId });
    assert.deepEqual(same.edits, []);
  });

  it('when an imported file changes, the client is asked to ask again: names it declares no longer have colours', async () => {
    const { one, ask } = await opened();
    let refreshes = 0;
    one.connection.onRequest('workspace/semanticTokens/refresh', () => {
      refreshes += 1;
      return null;
    });
    const before = await ask<SemanticTokens>('full');
    await one.open(uri('common.codebook.yaml'), common.replace('results', 'outcomes'));
    await until(() => refreshes > 0);
    const after = await ask<SemanticTokens>('full');
    assert.equal(before.data.length - after.data.length, 10);
  });
});

interface Legend {
  readonly tokenTypes: readonly string[];
  readonly tokenModifiers: readonly string[];
}

function read(text: string, data: readonly number[], { tokenTypes, tokenModifiers }: Legend): readonly string[] {
  const lines = text.split('\n');
  const said: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines_, columns = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = lines_ === 0 ? character + columns : columns;
    line += lines_ ?? 0;
    const modifiers = tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    said.push([(lines[line] ?? '').slice(character, character + length), tokenTypes[type], ...modifiers].join(' '));
  }
  return said;
}
