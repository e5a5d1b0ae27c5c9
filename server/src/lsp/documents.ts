import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { lineStarts, offsetAt } from '../language';
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

function changeDocument(session: Session, { textDocument, contentChanges }: DidChangeTextDocumentParams): void {
  const file = nameOfUri(textDocument.uri);
  const before = session.snapshot().files.get(file)?.text ?? '';
  session.open.set(file, { uri: textDocument.uri, version: textDocument.version });
  session.change([{ kind: 'set', file, text: contentChanges.reduce(changedText, before) }]);
}

/** Each change refers to the text after the one before it. What an edit does not touch is read again from memory alone. */
function changedText(text: string, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text;
  const starts = lineStarts(text);
  const start = offsetAt(starts, change.range.start, text.length);
  const end = offsetAt(starts, change.range.end, text.length);
  return text.slice(0, start) + change.text + text.slice(Math.max(start, end));
}

/** A closed file is again what the disk says. */
function closeDocument(session: Session, { textDocument }: DidCloseTextDocumentParams): void {
  const file = nameOfUri(textDocument.uri);
  session.open.delete(file);
  inBackground(session, 'close', () => rereadFile(session, file));
}
