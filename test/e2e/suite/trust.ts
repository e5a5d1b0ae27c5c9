import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasWindow, inWindow } from './bridge';
import { waitFor } from './wait';

/** Trusts the workspace as its user does. The harness starts a desktop VS Code trusted, where nobody could press the button. */
export async function trustWorkspace(): Promise<void> {
  if (vscode.workspace.isTrusted) return;
  await vscode.commands.executeCommand('workbench.trust.manage');
  await pressTrust();
}

/** Presses the button of the page that VS Code shows about trust. */
export async function pressTrust(): Promise<void> {
  assert.ok(hasWindow, 'Where there is no window to press buttons in, the harness must start VS Code with trust.');
  const button = `[...document.querySelectorAll('.workspace-trust-editor .monaco-button')].find((one) => one.textContent.trim() === 'Trust')`;
  await waitFor('the button that trusts', async () =>
    (await inWindow(`${button} !== undefined`)) === true ? true : undefined,
  );
  await inWindow(`${button}.click()`);
  await waitFor('the workspace to be trusted', () => vscode.workspace.isTrusted || undefined);
}
