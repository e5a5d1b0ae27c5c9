import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasWindow } from './bridge';
import { closeAll, extensionId, fileUri, open } from './editor';
import { openBeside } from './preview-page';
import { pressTrust } from './trust';
import { waitFor } from './wait';

describe('opening a codebook', () => {
  afterEach(closeAll);

  it('gives it its own language and starts the extension', async () => {
    const uri = fileUri('innovation-2020/innovation_central.codebook.yaml');
    const { document } = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    assert.equal(document.languageId, 'codebook');
    await waitFor('the extension to start', () => vscode.extensions.getExtension(extensionId)?.isActive || undefined);
  });

  it('reads its data once the workspace is trusted, and not before', async () => {
    const uri = fileUri('innovation-2020/innovation_central.codebook.yaml');
    await open('innovation-2020/innovation_central.codebook.yaml');
    const page = await openBeside(uri);
    if (hasWindow) {
      assert.equal(vscode.workspace.isTrusted, false, 'This test comes first, and the harness starts without trust.');
      const untrusted = await page.shown('the structure', ({ state }) => state.kind === 'untrusted');
      const tables = untrusted.stages.flatMap(({ entries }) => entries.flatMap((entry) => entry.tables));
      assert.deepEqual(tables, []);
      await page.manageTrust();
      await pressTrust();
    }
    await page.shown('numbers', ({ state }) => state.kind === 'ready' && state.text.includes('368'));
  });
});
