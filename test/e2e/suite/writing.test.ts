import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasWindow, inWindow, press, type } from './bridge';
import { behind, closeAll, diagnostics, open, write } from './editor';
import { trustWorkspace } from './trust';
import { waitFor } from './wait';

const starter = 'starter/library.codebook.yaml';
const workplaces = 'innovation-2020/innovation_workplaces.codebook.yaml';

const untidy = `codebook: visitors
questions:
  visited:
    text:   Did you visit the library?
    scale: {categories: {"yes": {code: 1, label: Visited}, "no": {code: 2, label: Stayed away}}}
  again: {text: Will you come again?, scale: visitd}
indicators:
  both: {measure: share, of: visited=yes   and again = yes, base: answered}
`;

const tidy = `codebook: visitors
scales:
  visited: {categories: {"yes": {code: 1, label: Visited}, "no": {code: 2, label: Stayed away}}}
questions:
  visited:
    text: Did you visit the library?
    scale: visited
  again: {text: Will you come again?, scale: visited}
indicators:
  both: {measure: share, of: visited = yes and again = yes, base: answered}
`;

describe('writing', () => {
  before(trustWorkspace);
  afterEach(closeAll);

  it('a renamed battery is renamed wherever it is used and keeps its data columns, also past the preview', async () => {
    const editor = await open(starter);
    const { document } = editor;
    const position = caretOn(editor, 'services');
    if (hasWindow) await renameInPreview('offer');
    else await applyRename(document.uri, position, 'offer');
    const text = await waitFor('the new name', () => {
      const now = document.getText();
      return now.includes('\n  offer:') ? now : undefined;
    });
    assert.match(text, /scale: satisfaction\n {4}column_prefix: services_\n/);
    assert.match(text, /value: count\(offer = satisfied\) >= 3\n/);
    assert.match(text, /of: offer\.staff\n/);
    assert.match(text, /given: \{offer: \{hours: very/);
    const found = await diagnostics(document.uri, (all) =>
      all.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error),
    );
    assert.ok(found.every(({ message }) => !message.includes('offer')));
  });

  it('leads from a derived variable to its published figure and back to its question', async () => {
    const editor = await open(workplaces);
    const position = caretOn(editor, 'broad');
    const start = await waitFor('the lineage', async () => {
      const items = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        editor.document.uri,
        position,
      );
      return items?.[0];
    });
    assert.equal(start.name, 'broad');
    const indicator = await stepTo('broad_share', start, 'Incoming');
    const figure = await stepTo('broad_by_actor', indicator, 'Incoming');
    const again = await stepTo('broad', await stepTo('broad_share', figure, 'Outgoing'), 'Outgoing');
    assert.equal((await stepTo('activities', again, 'Outgoing')).detail, 'Innovationsaktiviteter');
  });

  it('a scale is moved to the shared ones, a wrong name is mended and the file put in order', async () => {
    const { document } = await write('untidy.codebook.yaml', untidy);
    await act(document, '    scale: {cat', vscode.CodeActionKind.RefactorExtract, 'scales');
    await diagnostics(document.uri, (all) => all.some(({ message }) => message.includes('visitd')));
    await act(document, 'again?, scale: visit', vscode.CodeActionKind.QuickFix, 'visited');
    await diagnostics(document.uri, (all) => all.length === 0);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), tidy);
  });
});

/** Puts the caret on the name of a declaration. */
function caretOn(editor: vscode.TextEditor, name: string): vscode.Position {
  const position = behind(editor.document, `\n  ${name}:`).translate(0, -1);
  editor.selection = new vscode.Selection(position, position);
  return position;
}

/** Presses F2, asks for the preview, and takes what it proposes, in which nothing may be left out. */
async function renameInPreview(name: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await waitFor('the preview of the new name', async () => {
    await press('F2');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await press('Control+a');
    await type(name);
    await press('Control+Enter');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return (await boxes()) > 0 || undefined;
  });
  assert.equal(await boxes(':not(:checked)'), 0, 'The edit that keeps the columns is made unless it is left out.');
  await inWindow(`[...document.querySelectorAll('.bulk-edit-panel .monaco-button')][0].click()`);
}

const boxes = async (which = ''): Promise<number> =>
  Number(await inWindow(`document.querySelectorAll('.bulk-edit-panel input[type=checkbox]${which}').length`));

async function applyRename(uri: vscode.Uri, position: vscode.Position, name: string): Promise<void> {
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    uri,
    position,
    name,
  );
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function stepTo(
  name: string,
  item: vscode.CallHierarchyItem,
  way: 'Incoming' | 'Outgoing',
): Promise<vscode.CallHierarchyItem> {
  const calls = await vscode.commands.executeCommand<(vscode.CallHierarchyIncomingCall | vscode.CallHierarchyOutgoingCall)[]>(
    `vscode.provide${way}Calls`,
    item,
  );
  const items = calls.map((call) => ('from' in call ? call.from : call.to));
  const found = items.find((one) => one.name === name);
  assert.ok(found, `${name} must be among ${items.map((one) => one.name).join(', ')}.`);
  return found;
}

/** Does what is offered right after a text, by a word of its title. */
async function act(document: vscode.TextDocument, text: string, kind: vscode.CodeActionKind, word: string): Promise<void> {
  const at = behind(document, text);
  const action = await waitFor(`${kind.value} with ${word}`, async () => {
    const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at),
      kind.value,
    );
    return offered.find(({ title, edit }) => edit !== undefined && title.includes(word));
  });
  assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
}
