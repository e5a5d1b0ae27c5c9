import { type Disposable, type ExtensionContext, type TextEditor, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PreviewChangedParams, previewChangedNotification, type UiLanguage } from '../../../server/src/protocol';
import { type OpenPreview, openPreview } from './open';
import { restorePreviews, viewType } from './serializer';

/** All open previews: at most one for each codebook. */
export interface Previews extends Disposable {
  readonly open: (codebook: Uri, column: ViewColumn) => void;
  /** Takes the reader to the entry at this line, opening a preview of the file where no open one shows the line. */
  readonly reveal: (codebook: Uri, line: number) => void;
  /** The reader has set another language: open previews change to it, and those to come. */
  readonly speak: (language: UiLanguage) => void;
  readonly find: (codebook: Uri) => OpenPreview | undefined;
}

export const keepPreviews = (context: ExtensionContext, client: BaseLanguageClient, uiLanguage: () => UiLanguage): Previews => {
  const previews = new Map<string, OpenPreview>();
  const home: Home = { context, client, uiLanguage, previews };
  const listeners = [
    client.onNotification(previewChangedNotification, ({ uri }: PreviewChangedParams) =>
      previews.get(Uri.parse(uri).toString())?.refresh(),
    ),
    window.onDidChangeTextEditorSelection(({ textEditor }) => tellCaret([...previews.values()], textEditor)),
    restorePreviews((panel, codebook, language) => void adopt(home, panel, codebook, language)),
  ];
  return {
    open: (codebook, column) => void open(home, codebook, column),
    reveal: (codebook, line) => {
      const preview = open(home, codebook, ViewColumn.Beside);
      preview.panel.reveal(undefined, false);
      preview.caret(codebook.toString(), line, true);
    },
    speak: (language) => {
      void context.workspaceState.update(chosenLanguage, undefined);
      for (const preview of previews.values()) preview.speak(language);
    },
    find: (codebook) => previews.get(codebook.toString()),
    dispose: () => {
      for (const listener of listeners) listener.dispose();
      for (const preview of previews.values()) preview.panel.dispose();
    },
  };
};

/** Where previews live: the window they are opened in, and those that are open by their codebook. */
interface Home {
  readonly context: ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly uiLanguage: () => UiLanguage;
  readonly previews: Map<string, OpenPreview>;
}

const open = (home: Home, codebook: Uri, column: ViewColumn): OpenPreview => {
  const known = home.previews.get(codebook.toString());
  if (known !== undefined) {
    known.panel.reveal(column === ViewColumn.Beside ? undefined : column, true);
    return known;
  }
  const place = { viewColumn: column, preserveFocus: true };
  const panel = window.createWebviewPanel(viewType, title(codebook), place, { enableFindWidget: true });
  return adopt(home, panel, codebook, home.context.workspaceState.get<string>(chosenLanguage) ?? home.uiLanguage());
};

/** Fills a panel, a new one or one of an earlier session. */
const adopt = ({ context, client, previews }: Home, panel: WebviewPanel, codebook: Uri, language: string): OpenPreview => {
  const key = codebook.toString();
  const root = Uri.joinPath(context.extensionUri, 'dist');
  const remember = (chosen: string): void => void context.workspaceState.update(chosenLanguage, chosen);
  const preview = openPreview(panel, { codebook, language, root, client, remember });
  previews.set(key, preview);
  panel.onDidDispose(() => {
    if (previews.get(key) === preview) previews.delete(key);
  });
  const editor = window.activeTextEditor;
  if (editor !== undefined) tellCaret([preview], editor);
  return preview;
};

/** Where the language that was last chosen in a preview is kept: who reads Swedish labels reads them in the next one too. */
const chosenLanguage = 'preview.language';

/** An entry may stand in an imported file, so every preview hears of every caret. */
const tellCaret = (previews: readonly OpenPreview[], editor: TextEditor): void => {
  for (const preview of previews) preview.caret(editor.document.uri.toString(), editor.selection.active.line, false);
};

const title = (codebook: Uri): string => `Preview ${codebook.path.split('/').at(-1) ?? ''}`;
