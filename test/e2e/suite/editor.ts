import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CodebookExtension } from '../../../client/src/activation';
import { waitFor } from './wait';

export const extensionId = 'survey-codebook.survey-codebook';

/** Opens a file of the workspace, named from its root, waits for the extension, and gives the editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(path)));
  await startedExtension();
  return editor;
}

/** What the extension gives to others, once it has started. */
export async function startedExtension(): Promise<CodebookExtension> {
  const extension = vscode.extensions.getExtension<CodebookExtension>(extensionId);
  assert.ok(extension, `${extensionId} must be loaded.`);
  return extension.activate();
}

export function fileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'The harness opens a copy of samples/ as the workspace.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Writes a file beside the samples, for one test, and opens it. */
export async function write(name: string, text: string): Promise<vscode.TextEditor> {
  const path = `written/${name}`;
  await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
  return open(path);
}

/** Puts a text in place of one that stands once in the document, without saving. */
export async function replace(editor: vscode.TextEditor, old: string, text: string): Promise<void> {
  const end = behind(editor.document, old);
  const start = editor.document.positionAt(editor.document.offsetAt(end) - old.length);
  assert.ok(await editor.edit((edit) => edit.replace(new vscode.Range(start, end), text)), 'The editor must take the edit.');
}

/** Puts the caret right after a text that stands once in the document, and shows it. */
export function caretAfter(editor: vscode.TextEditor, text: string): vscode.Position {
  const position = behind(editor.document, text);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  return position;
}

/** Leaves nothing open, and the samples as they were: changes that were not saved are gone. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The position right after a text that stands once in the document. */
export function behind(document: vscode.TextDocument, text: string): vscode.Position {
  const parts = document.getText().split(text);
  assert.equal(parts.length, 2, `\`${text}\` must stand exactly once in ${document.uri.path}.`);
  return document.positionAt((parts[0]?.length ?? 0) + text.length);
}

/** The diagnostics of a file once there are some that the condition accepts. */
export function diagnostics(
  uri: vscode.Uri,
  accept: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return waitFor(`diagnostics of ${uri.path}`, () => {
    const found = vscode.languages.getDiagnostics(uri);
    return accept(found) ? found : undefined;
  });
}

/** The stable code of a problem, which VS Code keeps with the address of its documentation. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
