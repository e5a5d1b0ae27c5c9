import assert from 'node:assert/strict';
import { type CodeAction, TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './client';
import { broken, main, sessionsInFolder } from './folder';

describe('code actions of a session', () => {
  const { start, uri } = sessionsInFolder();
  const name = 'main.codebook.yaml';

  /** What is offered where a word stands in a text; a shorter text is selected from its start to its end. */
  async function actions(one: Client, text: string, word: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
    const lines = text.slice(0, text.indexOf(word)).split('\n');
    const at = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return one.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: uri(name) },
      range: { start: at, end: at },
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    });
  }

  it('of each kind are offered where they apply, and those that were asked for alone', async () => {
    const one = await start();
    await one.open(uri(name), broken);
    const kinds = async (only?: readonly string[], word = 'actor = agancy') =>
      [...new Set((await actions(one, broken, word, only)).map(({ kind }) => kind))].sort();
    assert.deepEqual(await kinds(undefined, 'agancy'), ['quickfix']);
    assert.deepEqual(await kinds(['refactor'], 'agancy'), []);
    assert.deepEqual(await kinds(['refactor'], 'actors}'), ['refactor.inline']);
    assert.deepEqual(await kinds(['refactor.inline'], 'actors}'), ['refactor.inline']);
    assert.deepEqual(await kinds(['refactor.in'], 'actors}'), [], 'a kind is not a beginning of letters');
    assert.deepEqual(await kinds(['refactor.extract'], 'actors}'), []);
    assert.deepEqual(await kinds([''], 'actors}'), ['refactor.inline']);
    assert.deepEqual(await kinds(['source.organizeImports'], 'agancy'), []);
  });

  it('edit the version that is open, and the text is what a person would write', async () => {
    const one = await start();
    await one.open(uri(name), main);
    const [action] = await actions(one, main, 'agency}', ['refactor.extract']);
    assert.equal(action?.title, 'Extract to the derived variable `actor_agency`');
    assert.equal(
      edited(main, action?.edit),
      `${main.replace('actor = agency', 'actor_agency')}derived:\n  actor_agency: {label: Actor agency, value: actor = agency}\n`,
    );
    const [change] = action?.edit?.documentChanges ?? [];
    assert.deepEqual(change !== undefined && 'textDocument' in change ? change.textDocument : undefined, {
      uri: uri(name),
      version: 1,
    });
  });

  it('that fix a problem name it, at most one of them is preferred, and switching off comes last', async () => {
    const one = await start({ initializationOptions: { trusted: true, language: 'sv' } });
    await one.open(uri(name), unusedStage);
    const offered = await actions(one, unusedStage, 'early', ['quickfix']);
    assert.deepEqual(
      offered.map(({ title }) => title),
      ['Remove `early`', 'Stäng av `unused-stage` här med ett skäl'],
    );
    assert.deepEqual(
      offered.map(({ isPreferred }) => isPreferred === true),
      [true, false],
    );
    assert.ok(offered.every(({ diagnostics }) => diagnostics?.[0]?.code === 'unused-stage'));
  });

  it('that somebody has to write on from place the caret of our client behind them, also below a mark of the order of bytes', async () => {
    const ours = { trusted: true, language: 'en' };
    for (const text of [unusedStage, `\uFEFFstages: {early: Early}\n${main}`]) {
      const switchOff = await switchingOff(await start({ initializationOptions: ours }), text);
      assert.equal(switchOff?.command?.command, 'codebook.placeCaret');
      const [at, position] = switchOff.command.arguments ?? [];
      assert.equal(at, uri(name));
      const after = edited(text, switchOff.edit);
      const caret = TextDocument.create('', 'codebook', 1, after).offsetAt(position);
      assert.ok(after.slice(0, caret).endsWith('# codebook-ignore unused-stage: '));
      assert.match(after.slice(caret), /^\n *stages: /);
    }
    const foreign = await switchingOff(await start(), unusedStage);
    assert.ok(foreign !== undefined && !('command' in foreign), 'other editors know no such command');
  });

  const unusedStage = main.replace('questions:', 'stages: {early: Early}\nquestions:');

  async function switchingOff(one: Client, text: string): Promise<CodeAction | undefined> {
    await one.open(uri(name), text);
    return (await actions(one, text, 'early', ['quickfix'])).find(({ title }) => title.startsWith('Switch off'));
  }

  it('that are safe are made all at once where they are asked for, and then no more', async () => {
    const one = await start();
    const text = `${main}  third: {label: No, type: text}\n  fourth: {label: Yes, type: text}\n`;
    await one.open(uri(name), text);
    assert.ok(!(await actions(one, text, 'codebook')).some(({ kind }) => kind?.startsWith('source')));
    const [all] = await actions(one, text, 'codebook', ['source.fixAll']);
    assert.equal(all?.kind, 'source.fixAll.codebook');
    const after = edited(text, all?.edit);
    assert.equal(after, text.replace('No,', '"No",').replace('Yes,', '"Yes",'));
    await one.type(uri(name), 2, after);
    assert.deepEqual(await actions(one, after, 'codebook', ['source.fixAll.codebook']), []);
  });
});

function edited(text: string, edit: WorkspaceEdit | undefined): string {
  const edits = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  return TextDocument.applyEdits(TextDocument.create('', 'codebook', 1, text), edits.filter(TextEdit.is));
}
