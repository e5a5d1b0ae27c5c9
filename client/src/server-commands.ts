import { commands, type Disposable, Selection, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { placeCaretCommand, showReferencesCommand } from '../../server/src/protocol';

/** What code lenses and quick fixes run. The editor's own commands take its own objects; the server gives plain data. */
export const registerServerCommands = (client: BaseLanguageClient): readonly Disposable[] => {
  const { asUri, asPosition, asLocation } = client.protocol2CodeConverter;
  return [
    commands.registerCommand(showReferencesCommand, (uri: string, position: PlainPosition, locations: PlainLocation[]) =>
      commands.executeCommand(
        'editor.action.showReferences',
        asUri(uri),
        asPosition(position),
        locations.map((location) => asLocation(location)),
      ),
    ),
    commands.registerCommand(placeCaretCommand, (uri: string, position: PlainPosition) => {
      const editor = window.activeTextEditor;
      if (editor?.document.uri.toString() !== asUri(uri).toString()) return;
      const caret = asPosition(position);
      editor.selection = new Selection(caret, caret);
    }),
  ];
};

interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

interface PlainLocation {
  readonly uri: string;
  readonly range: { readonly start: PlainPosition; readonly end: PlainPosition };
}
