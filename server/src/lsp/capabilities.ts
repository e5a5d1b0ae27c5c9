import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActionCapabilities } from './code-actions';
import { completionCapabilities } from './completion';
import { formattingCapabilities } from './formatting';
import { lineageCapabilities } from './lineage';
import { navigationCapabilities } from './navigation';
import { readingCapabilities } from './reading';
import { fileRenameCapabilities } from './rename';
import { structureCapabilities } from './structure';
import { tokenCapabilities } from './tokens';

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
  ...formattingCapabilities,
  ...structureCapabilities,
  ...tokenCapabilities,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true }, ...fileRenameCapabilities },
};
