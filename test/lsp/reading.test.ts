import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import type { CodeLens, InlayHint, SignatureHelp } from 'vscode-languageserver/node';
import { type Client, until } from './client';
import { common, main, sessionsInFolder } from './folder';

const reader = `${main}indicators:
  regions: {measure: share, of: actor = region}
`;
const refreshing = { workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } } };
const ours = { trusted: true, language: 'en' };

describe('reading aids of a session', () => {
  const { start, path, uri, changed } = sessionsInFolder();
  const textDocument = () => ({ uri: uri('main.codebook.yaml') });
  const lensesOf = async (one: Client): Promise<readonly CodeLens[]> => {
    const found = await one.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: textDocument() });
    assert.ok(
      found.every(({ command }) => command === undefined),
      'What a lens says is asked for when it is seen.',
    );
    return Promise.all(found.map((lens) => one.connection.sendRequest<CodeLens>('codeLens/resolve', lens)));
  };
  const titles = async (one: Client) => (await lensesOf(one)).map(({ command }) => command?.title);
  const hints = async (one: Client) => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const found = await one.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
      textDocument: textDocument(),
      range,
    });
    return found.map(({ label }) => (Array.isArray(label) ? label.map(({ value }) => value).join('') : label));
  };

  it('signature help marks the parameter that is written', async () => {
    const one = await start();
    const text = `${main}derived:\n  rich: {label: Rich, value: "any(money > 1, "}\n`;
    await one.open(uri('main.codebook.yaml'), text);
    const line = text.split('\n').length - 2;
    const help = await one.connection.sendRequest<SignatureHelp>('textDocument/signatureHelp', {
      textDocument: textDocument(),
      position: { line, character: '  rich: {label: Rich, value: "any(money > 1, '.length },
    });
    assert.equal(help.signatures[0]?.label, 'any(condition, …)');
    assert.equal(help.activeParameter, 1);
  });

  it('lenses lead to uses and into the preview, and say what the data give once they are read', async () => {
    const one = await start({ initializationOptions: ours });
    await one.open(uri('main.codebook.yaml'), reader);
    await until(async () => (await titles(one)).length === 9);
    const lenses = await lensesOf(one);
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      [
        '2 uses',
        'Agencies 67% · Regions 33%, n = 3',
        'Preview',
        'not used',
        'Mean 15 · Median 10, n = 2',
        'Preview',
        'no published figure',
        '33%, n = 3',
        'Preview',
      ],
    );
    const [uses, numbers, preview] = lenses;
    assert.deepEqual(
      uses?.command?.arguments?.[2].map(({ range }: CodeLens) => range.start.line),
      [7, 9],
    );
    assert.equal(numbers?.command?.command, '');
    assert.deepEqual(preview?.command?.arguments, [uri('main.codebook.yaml'), 6]);
  });

  it('lenses of a client that is not ours are only read, and none leads to a preview it does not have', async () => {
    const one = await start();
    await one.open(uri('main.codebook.yaml'), reader);
    const lenses = await lensesOf(one);
    assert.deepEqual([...new Set(lenses.map(({ command }) => command?.command))], ['']);
    assert.ok(!lenses.some(({ command }) => command?.title === 'Preview'));
  });

  it('hints stand in the range that is asked for, each with the place it speaks of', async () => {
    const one = await start({ initializationOptions: ours });
    await one.open(uri('main.codebook.yaml'), reader);
    assert.deepEqual(await hints(one), ['base: answered']);
  });

  it('both are asked for again when another file, the data or the language changes, but not for an edit of the file', async () => {
    const one = await start({ capabilities: refreshing, initializationOptions: ours });
    await one.open(uri('main.codebook.yaml'), reader);
    await until(() => one.readingRefreshes.lenses > 0 && one.readingRefreshes.inlays > 0);
    const settled = async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return { ...one.readingRefreshes };
    };
    const before = await settled();
    await one.type(uri('main.codebook.yaml'), 2, reader.replace('label: Money', 'label: Coins'));
    await titles(one);
    assert.deepEqual(await settled(), before);

    writeFileSync(path('common.codebook.yaml'), common.replace('label: Regions', 'label: Counties'));
    await changed(one, 'common.codebook.yaml', 2);
    await until(() => one.readingRefreshes.inlays > before.inlays);
    assert.deepEqual(await hints(one), ['Counties', 'base: answered']);

    const then = await settled();
    await one.connection.sendNotification('codebook/environment', { trusted: true, language: 'sv' });
    await until(() => one.readingRefreshes.lenses > then.lenses);
    assert.equal((await titles(one))[0], 'används 2 gånger');
  });
});
