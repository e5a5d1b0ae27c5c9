import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { caretAfter, closeAll, write } from './editor';
import { waitFor } from './wait';

const halfWritten = `codebook: follow_up
import: [../innovation-2020/innovation_common.codebook.yaml]
languages: [sv, en]
questions:
  leadership:
    stage: preconditions
    text: {sv: Förväntade sig ledningen innovation?, en: Did management expect innovation?}
    scale: degree
derived:
  expected:
    label: {sv: Förväntad, en: Expected}
    value: leadership >=${' '}
  at_all:
    label: {sv: Alls, en: At all}
    value:${' '}
`;

describe('completion in an expression', () => {
  afterEach(closeAll);

  it('offers the categories of the scale that is compared with, from the imported file', async () => {
    const editor = await write('completed.codebook.yaml', halfWritten);
    const position = caretAfter(editor, 'leadership >= ');
    const labels = await waitFor('completions', async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        position,
      );
      return items.length === 0 ? undefined : items.map(labelOf);
    });
    for (const category of ['high', 'some', 'not_at_all']) assert.ok(labels.includes(category), `${category} in ${labels}`);
    assert.ok(!labels.includes('dont_know'), 'A missing answer is no category to compare with.');
  });

  it('writes the category that is accepted', async () => {
    const editor = await write('accepted.codebook.yaml', halfWritten);
    caretAfter(editor, 'leadership >= ');
    await accept(editor, 'so', 'value: leadership >= some\n');
  });

  it('writes the name that is accepted', async () => {
    const editor = await write('named.codebook.yaml', halfWritten);
    caretAfter(editor, 'en: At all}\n    value: ');
    await accept(editor, 'lead', 'value: leadership\n');
  });
});

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** Types as a writer does and accepts the first suggestion, again until the list has come up. */
async function accept(editor: vscode.TextEditor, typed: string, written: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text: typed });
  await waitFor(`\`${written.trim()}\` in the text`, async () => {
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return editor.document.getText().includes(written) || undefined;
  });
}
