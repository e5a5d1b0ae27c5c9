import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const extensionId = 'survey-codebook.survey-codebook';

/** Opens a file of the workspace, named from its root, and gives its editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(path)));
}

export function fileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'The harness opens a copy of samples/ as the workspace.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** The position right after a text that stands once in the document. */
export function after(document: vscode.TextDocument, text: string): vscode.Position {
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

/** Asks again until there is a value; fails with what was waited for. */
export async function waitFor<Value>(
  what: string,
  look: () => Value | undefined | PromiseLike<Value | undefined>,
  seconds = 20,
): Promise<Value> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    assert.ok(Date.now() < end, `Waited ${seconds} s for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
