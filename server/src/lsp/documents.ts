import type { DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
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

function openDocument(session: Session, { textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): void {
  take(session, TextDocument.create(uri, languageId, version, text));
}

/** Each change refers to the text after the one before it. One of a document that was never opened has nothing to change. */
function changeDocument(
  session: Session,
  { textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams,
): void {
  const before = session.open.get(nameOfUri(uri)) ?? TextDocument.create(uri, 'codebook', version, '');
  take(session, TextDocument.update(before, contentChanges, version));
}

function take(session: Session, document: TextDocument): void {
  const file = nameOfUri(document.uri);
  session.open.set(file, document);
  session.change([{ kind: 'set', file, text: document.getText() }]);
}

/** A closed file is again what the disk says. */
function closeDocument(session: Session, { textDocument }: DidCloseTextDocumentParams): void {
  const file = nameOfUri(textDocument.uri);
  session.open.delete(file);
  inBackground(session, 'close', () => rereadFile(session, file));
}
