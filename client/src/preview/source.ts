import { Range, TextEditorRevealType, Uri, ViewColumn, window } from 'vscode';
import type { PreviewPlace } from '../../../server/src/protocol';

/** Shows a place of the source in the column where its file, or else some file, already is: never on top of the preview. */
export const openSource = async (place: PreviewPlace, previewColumn: ViewColumn | undefined): Promise<void> => {
  const uri = Uri.parse(place.uri);
  const start = new Range(place.line, 0, place.line, 0);
  const editor = await window.showTextDocument(uri, { viewColumn: columnOf(uri, previewColumn), selection: start });
  editor.revealRange(start, TextEditorRevealType.InCenterIfOutsideViewport);
};

/** Back to the editor, wherever the caret was. */
export const focusSource = async (uri: Uri, previewColumn: ViewColumn | undefined): Promise<void> => {
  await window.showTextDocument(uri, { viewColumn: columnOf(uri, previewColumn) });
};

const columnOf = (uri: Uri, previewColumn: ViewColumn | undefined): ViewColumn => {
  const own = window.tabGroups.all.find((group) => group.tabs.some((tab) => isTextTab(tab.input, uri)));
  const other = window.visibleTextEditors.find(
    (editor) => editor.viewColumn !== undefined && editor.viewColumn !== previewColumn,
  );
  return own?.viewColumn ?? other?.viewColumn ?? (previewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
};

const isTextTab = (input: unknown, uri: Uri): boolean =>
  typeof input === 'object' &&
  input !== null &&
  'uri' in input &&
  input.uri instanceof Uri &&
  input.uri.toString() === uri.toString();
