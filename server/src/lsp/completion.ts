import {
  type CompletionItem,
  type CompletionList,
  MarkupKind,
  type ServerCapabilities,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { completionsAt, documentationOf, namesDataFile } from '../language';
import { toCompletionItem } from './convert-completion';
import { coordinatesOf, toOffset } from './convert-text';
import { guarded, guardedWait } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

export const completionCapabilities: ServerCapabilities = {
  completionProvider: {
    triggerCharacters: [' ', ':', ',', '.', '(', '[', '{', '=', '<', '>', '*'],
    resolveProvider: true,
  },
};

export function serveCompletion(session: Session): void {
  const { connection } = session;
  const nothing: CompletionList = { isIncomplete: false, items: [] };
  connection.onCompletion(guardedWait(session, 'completion', nothing, (params) => completion(session, params)));
  connection.onCompletionResolve(guarded(session, 'documentation', { label: '' }, (item) => documented(session, item)));
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
    items: items.map((one, order) => ({
      ...toCompletionItem(coordinates, one, order, style),
      ...(one.kind === 'variable' || one.kind === 'scale' ? { data: { file, kind: one.kind, id: one.label } } : {}),
    })),
  };
}

/** What a name means is told when the client shows the one item. */
function documented({ snapshot, setup }: Session, item: CompletionItem): CompletionItem {
  const { file, kind, id }: Partial<Record<string, unknown>> = item.data ?? {};
  if (typeof file !== 'string' || typeof kind !== 'string' || typeof id !== 'string') return item;
  const value = documentationOf(snapshot(), file, { kind, id }, setup().environment.language);
  return value === '' ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

/** Folders are looked into only in a workspace that is trusted. */
async function dataFilesBeside({ disk, setup }: Session, file: string): Promise<readonly string[]> {
  if (!setup().environment.trusted || !disk.holds(file)) return [];
  return disk.dataBeside(file);
}
