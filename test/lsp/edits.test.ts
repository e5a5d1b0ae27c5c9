import assert from 'node:assert/strict';
import { main, sessionsInFolder } from './folder';

describe('edits of a session', () => {
  const { start, uri } = sessionsInFolder();

  it('takes incremental edits, several in one notification, each after the one before', async () => {
    const one = await start();
    await one.open(uri('main.codebook.yaml'), main);
    const line = main.split('\n').findIndex((text) => text.includes('ask_if'));
    const at = (main.split('\n')[line] ?? '').indexOf('agency');
    const edit = (start: number, end: number, text: string) => ({
      range: { start: { line, character: start }, end: { line, character: end } },
      text,
    });
    await one.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri('main.codebook.yaml'), version: 2 },
      contentChanges: [edit(at, at + 6, ''), edit(at, at, 'regi'), edit(at + 4, at + 4, 'ons')],
    });
    const [problem] = await one.pull(uri('main.codebook.yaml'));
    assert.equal(problem?.code, 'unknown-category');
    assert.deepEqual(problem?.range, { start: { line, character: at }, end: { line, character: at + 7 } });
  });

  it('counts lines and UTF-16 columns as the editor does: CRLF, emoji and å, over lines and past their end', async () => {
    const one = await start();
    const name = 'edited.codebook.yaml';
    const before = [
      'codebook: edited',
      'languages: [sv]',
      'questions:',
      '  q1:',
      '    label: "Å 🎉 väg"',
      '    type: number',
      '',
    ];
    await one.open(uri(name), before.join('\r\n'));
    const edit = (from: readonly [number, number], to: readonly [number, number], text: string) => ({
      range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } },
      text,
    });
    await one.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri(name), version: 2 },
      contentChanges: [
        edit([4, 17], [4, 20], 'två 🎊🎊'),
        edit([4, 26], [4, 99], '\r\n    stage: nowhere'),
        edit([3, 2], [3, 4], 'fråga\r\n  '),
        edit([3, 2], [4, 2], 'q2'),
        edit([99, 0], [99, 0], '  q3: {label: Ö, type: text}\r\n'),
      ],
    });
    const after = [
      'codebook: edited',
      'languages: [sv]',
      'questions:',
      '  q2:',
      '    label: "Å 🎉 två 🎊🎊"',
      '    stage: nowhere',
    ];
    const lines = [...after, '    type: number', '  q3: {label: Ö, type: text}', ''];
    const symbols = await one.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: uri(name) } });
    const problems = await one.pull(uri(name));
    await one.open(uri('whole.codebook.yaml'), lines.join('\r\n'));
    const whole = { textDocument: { uri: uri('whole.codebook.yaml') } };
    assert.deepEqual(symbols, await one.connection.sendRequest('textDocument/documentSymbol', whole));
    assert.deepEqual(problems, await one.pull(whole.textDocument.uri));
    assert.deepEqual(problems.find(({ code }) => code === 'unknown-stage')?.range, {
      start: { line: 5, character: 11 },
      end: { line: 5, character: 18 },
    });
  });
});
