import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, open, waitFor } from './editor';

describe('opening a codebook', () => {
  it('gives it its own language', async () => {
    const { document } = await open('innovation-2020/innovation_central.codebook.yaml');
    assert.equal(document.languageId, 'codebook');
  });

  it('starts the extension', async () => {
    await open('innovation-2020/innovation_central.codebook.yaml');
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} must be loaded.`);
    await waitFor('the extension to start', () => extension.isActive || undefined);
  });
});
