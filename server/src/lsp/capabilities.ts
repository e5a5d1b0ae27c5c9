import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActionCapabilities } from './code-actions';
import { completionCapabilities } from './completion';
import { lineageCapabilities } from './lineage';
import { navigationCapabilities } from './navigation';
import { readingCapabilities } from './reading';
import { fileRenameCapabilities } from './rename';

/** What the server offers to every client. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  ...completionCapabilities,
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentSymbolProvider: true,
  ...codeActionCapabilities,
  diagnosticProvider: { identifier: 'codebook', interFileDependencies: true, workspaceDiagnostics: false },
  ...readingCapabilities,
  ...navigationCapabilities,
  ...lineageCapabilities,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true }, ...fileRenameCapabilities },
};
