import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { completionCapabilities } from './completion';
import { lineageCapabilities } from './lineage';
import { navigationCapabilities } from './navigation';
import { readingCapabilities } from './reading';
import { fileRenameCapabilities, renameCapabilities } from './rename';
import { fixAll } from './requests';

/** What the server offers to every client. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  ...completionCapabilities,
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentSymbolProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAll] },
  diagnosticProvider: { identifier: 'codebook', interFileDependencies: true, workspaceDiagnostics: false },
  ...readingCapabilities,
  ...renameCapabilities,
  ...navigationCapabilities,
  ...lineageCapabilities,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true }, ...fileRenameCapabilities },
};
