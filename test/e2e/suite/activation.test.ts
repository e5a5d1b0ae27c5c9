import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extensionId, fileUri } from './editor';
import { waitFor } from './wait';

describe('opening a codebook', () => {
  afterEach(closeAll);

  it('gives it its own language and starts the extension', async () => {
    const uri = fileUri('innovation-2020/innovation_central.codebook.yaml');
    const { document } = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    assert.equal(document.languageId, 'codebook');
    await waitFor('the extension to start', () => vscode.extensions.getExtension(extensionId)?.isActive || undefined);
  });
});
