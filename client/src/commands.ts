import { commands, type Disposable, Uri, ViewColumn, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Previews } from './preview/panel';

/** The commands of the package's manifest, each under its id. Buttons hand over the file; the palette means the active editor. */
export const registerCommands = (client: BaseLanguageClient, previews: Previews): readonly Disposable[] => [
  commands.registerCommand('codebook.openPreview', (uri?: Uri) =>
    withCodebook(uri, (codebook) => previews.open(codebook, ViewColumn.Active)),
  ),
  commands.registerCommand('codebook.openPreviewToSide', (uri?: Uri) =>
    withCodebook(uri, (codebook) => previews.open(codebook, ViewColumn.Beside)),
  ),
  // A code lens names its file and line, the palette and the menu mean the caret.
  commands.registerCommand('codebook.revealInPreview', (uri?: unknown, line?: unknown) => {
    const editor = window.activeTextEditor;
    if (typeof uri === 'string' && typeof line === 'number') previews.reveal(Uri.parse(uri), line);
    else if (editor !== undefined) previews.reveal(editor.document.uri, editor.selection.active.line);
  }),
  commands.registerCommand('codebook.restartServer', async () => {
    await client.stop();
    await client.start();
  }),
  commands.registerCommand('codebook.showLog', () => client.outputChannel.show(true)),
];

const withCodebook = (uri: Uri | undefined, open: (codebook: Uri) => void): void => {
  const codebook = uri ?? window.activeTextEditor?.document.uri;
  if (codebook !== undefined) open(codebook);
};
