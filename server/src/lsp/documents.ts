import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { applyChanges, type Change, type Snapshot } from '../language';
import { coordinatesOf, toSpan } from './convert-text';
import { rereadFile } from './files';
import { inBackground, safely } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

/** Open documents: the editor's text counts, whatever the disk says. */
export function followDocuments(session: Session): void {
  const { connection } = session;
  connection.onDidOpenTextDocument(safely(session, 'open', (params) => openDocument(session, params)));
  connection.onDidChangeTextDocument(safely(session, 'change', (params) => changeDocument(session, params)));
  connection.onDidCloseTextDocument(safely(session, 'close', (params) => closeDocument(session, params)));
}

function openDocument(session: Session, { textDocument: { uri, version, text } }: DidOpenTextDocumentParams): void {
  const file = nameOfUri(uri);
  session.open.set(file, { uri, version });
  session.change([{ kind: 'set', file, text }]);
}

/** Each change refers to the text after the one before it. A document that was never opened is empty before them. */
function changeDocument(
  session: Session,
  { textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams,
): void {
  const file = nameOfUri(uri);
  session.open.set(file, { uri: session.open.get(file)?.uri ?? uri, version });
  session.replace((now) =>
    contentChanges.reduce((snapshot, change) => applyChanges(snapshot, [toChange(snapshot, file, change)]), now),
  );
}

function toChange(snapshot: Snapshot, file: string, change: TextDocumentContentChangeEvent): Change {
  if (!('range' in change)) return { kind: 'set', file, text: change.text };
  const { start, end } = toSpan(coordinatesOf(snapshot, file), change.range);
  const span = { start: Math.min(start, end), end: Math.max(start, end) };
  return { kind: 'edit', file, edits: [{ span, newText: change.text }] };
}

/** A closed file is again what the disk says. */
function closeDocument(session: Session, { textDocument }: DidCloseTextDocumentParams): void {
  const file = nameOfUri(textDocument.uri);
  session.open.delete(file);
  session.looked.delete(file);
  inBackground(session, 'close', () => rereadFile(session, file));
}
