import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, diagnostics, extensionId, fileUri, open, write } from '../suite/editor';
import { openBeside } from '../suite/preview-page';
import { waitFor } from '../suite/wait';

const central = 'innovation-2020/innovation_central.codebook.yaml';

describe('in a browser', () => {
  afterEach(closeAll);

  it('the extension starts in the worker, far from any disk', async () => {
    await open(central);
    assert.equal(typeof process, 'undefined');
    assert.equal(vscode.env.remoteName, undefined);
    assert.equal(fileUri(central).scheme, 'tmp');
    assert.equal(vscode.extensions.getExtension(extensionId)?.isActive, true);
  });

  it('imports are read through VS Code, and hovers tell the shares with their n', async () => {
    const { document } = await open(central);
    const found = await diagnostics(document.uri, (problems) => problems.length > 0);
    assert.deepEqual(found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).map(codeOf), []);
    const line =
      document
        .getText()
        .split('\n')
        .findIndex((text) => text.startsWith('questions:')) + 1;
    const [hover] = await waitFor('a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(line, 3),
      );
      return hovers.length > 0 && shown(hovers).includes('%') ? hovers : undefined;
    });
    assert.match(shown(hover === undefined ? [] : [hover]), /n\s*=?\s*\d|\d/);
  });

  it('data are read through VS Code, and again when they change', async () => {
    const csv = fileUri('written/visits.csv');
    await vscode.workspace.fs.writeFile(csv, new TextEncoder().encode('visited\n1\n1\n2\n'));
    const { document } = await write('visits.codebook.yaml', visits);
    const page = await openBeside(document.uri);
    await page.shown('three rows', ({ state }) => state.kind === 'ready' && /\b3\b/.test(state.text));
    await vscode.workspace.fs.writeFile(csv, new TextEncoder().encode('visited\n1\n1\n2\n2\n'));
    await page.shown('four rows', ({ state }) => state.kind === 'ready' && /\b4\b/.test(state.text));
  });

  it('data files are offered by their names', async () => {
    const { document } = await write('offered.codebook.yaml', visits.replace('visits.csv', ''));
    const offset = document.getText().indexOf('file: ') + 'file: '.length;
    const labels = await waitFor('data files', async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.positionAt(offset),
      );
      return items.length === 0 ? undefined : items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    });
    assert.ok(labels.includes('visits.csv'), labels.join(', '));
  });

  it('the server can be started again', async () => {
    const { document } = await write('again.codebook.yaml', visits.replace('scale: yes_no', 'scale: yes_noo'));
    await diagnostics(document.uri, (found) => found.some((one) => codeOf(one) === 'unknown-scale'));
    await vscode.commands.executeCommand('codebook.restartServer');
    await diagnostics(document.uri, (found) => found.some((one) => codeOf(one) === 'unknown-scale'));
  });
});

const visits = `codebook: visits
languages: [en]
data: {file: visits.csv}
defaults: {base: answered}
questions:
  visited:
    text: Did you visit the library?
    scale: yes_no
scales:
  yes_no:
    categories: {"yes": {code: 1, label: Visited}, "no": {code: 2, label: Stayed away}}
`;

const shown = (hovers: readonly vscode.Hover[]): string =>
  hovers
    .flatMap(({ contents }) => contents)
    .map((one) => (typeof one === 'string' ? one : one.value))
    .join('\n');
