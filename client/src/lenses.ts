import { commands, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { showReferencesCommand } from '../../server/src/protocol';

/** What a code lens of uses runs: the editor's own list of references takes its own objects, the server gives plain data. */
export const registerLensCommands = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand(showReferencesCommand, (uri: string, position: PlainPosition, locations: PlainLocation[]) => {
    const { asUri, asPosition, asLocation } = client.protocol2CodeConverter;
    return commands.executeCommand(
      'editor.action.showReferences',
      asUri(uri),
      asPosition(position),
      locations.map((location) => asLocation(location)),
    );
  });

interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

interface PlainLocation {
  readonly uri: string;
  readonly range: { readonly start: PlainPosition; readonly end: PlainPosition };
}
