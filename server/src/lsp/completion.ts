import type { CompletionList, ServerCapabilities, TextDocumentPositionParams } from 'vscode-languageserver';
import { completionsAt, namesDataFile } from '../language';
import { toCompletionItem } from './convert-completion';
import { coordinatesOf, toOffset } from './convert-text';
import { guardedWait } from './guard';
import { isOnDisk, nameOfUri } from './names';
import type { Session } from './session';

export const completionCapabilities: ServerCapabilities = {
  completionProvider: { triggerCharacters: [' ', ':', ',', '.', '(', '[', '{', '=', '<', '>', '*'] },
};

export function serveCompletion(session: Session): void {
  const nothing: CompletionList = { isIncomplete: false, items: [] };
  session.connection.onCompletion(guardedWait(session, 'completion', nothing, (params) => completion(session, params)));
}

async function completion(session: Session, { textDocument, position }: TextDocumentPositionParams): Promise<CompletionList> {
  const snapshot = session.snapshot();
  const file = nameOfUri(textDocument.uri);
  const coordinates = coordinatesOf(snapshot, file);
  const offset = toOffset(coordinates, position);
  const { abilities, environment, isOurs } = session.setup();
  const dataFiles = namesDataFile(snapshot, file, offset) ? await dataFilesBeside(session, file) : [];
  const { items, isCut } = completionsAt(snapshot, file, offset, environment.language, dataFiles);
  const style = { snippets: abilities.snippets, asksAgain: isOurs };
  return {
    isIncomplete: isCut,
    items: items.map((one, order) => toCompletionItem(coordinates, one, order, style)),
  };
}

/** Folders are looked into only in a workspace that is trusted. */
async function dataFilesBeside({ disk, setup }: Session, file: string): Promise<readonly string[]> {
  if (!setup().environment.trusted || !isOnDisk(file)) return [];
  return (await disk.dataBeside?.(file)) ?? [];
}
