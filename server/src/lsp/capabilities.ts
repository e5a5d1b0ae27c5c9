import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { readingCapabilities } from './reading';
import { fixAll } from './requests';

/** What the server offers to every client. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  completionProvider: { triggerCharacters: [' ', ':', ',', '.', '(', '[', '{', '=', '<', '>', '*'] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentSymbolProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAll] },
  diagnosticProvider: { identifier: 'codebook', interFileDependencies: true, workspaceDiagnostics: false },
  ...readingCapabilities,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};
