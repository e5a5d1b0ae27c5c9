import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  ProposedFeatures,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { filesByUri, type ServerOptions, startServer } from '../../server/src/lsp';

/** An editor at the other end of a connection in memory, with what it has been told. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly log: string[];
  /** The last diagnostics sent for a document, by its URI. */
  readonly sent: Map<string, { readonly version: number | undefined; readonly diagnostics: readonly Diagnostic[] }>;
  readonly previewsChanged: string[];
  readonly refreshes: () => number;
  /** How often it was asked to ask again for code lenses and inlay hints. */
  readonly readingRefreshes: { lenses: number; inlays: number };
  readonly open: (uri: string, text: string) => Promise<void>;
  readonly type: (uri: string, version: number, text: string) => Promise<void>;
  readonly pull: (uri: string) => Promise<readonly Diagnostic[]>;
  readonly dispose: () => void;
}

export const pulling: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { diagnostics: { refreshSupport: true } },
};

export interface ClientOptions {
  readonly folder: string | undefined;
  /** The URI of a folder that is none of this machine. */
  readonly root?: string;
  /** Where an editor says beforehand what it answers. */
  readonly onConnection?: (connection: ProtocolConnection) => void;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly server?: ServerOptions;
}

export async function startClient({
  folder,
  root,
  onConnection,
  capabilities = pulling,
  initializationOptions,
  server,
}: ClientOptions): Promise<Client> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
    files: filesByUri,
    ...server,
  });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const log: string[] = [];
  const previewsChanged: string[] = [];
  const sent: Client['sent'] = new Map();
  let refreshes = 0;
  const readingRefreshes = { lenses: 0, inlays: 0 };
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  connection.onNotification('codebook/previewChanged', ({ uri }: { uri: string }) => void previewsChanged.push(uri));
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) => {
    sent.set(uri, { version, diagnostics });
  });
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes += 1;
    return null;
  });
  connection.onRequest('workspace/codeLens/refresh', () => {
    readingRefreshes.lenses += 1;
    return null;
  });
  connection.onRequest('workspace/inlayHint/refresh', () => {
    readingRefreshes.inlays += 1;
    return null;
  });
  onConnection?.(connection);
  connection.listen();
  const uri = folder === undefined ? root : URI.file(folder).toString();
  const workspaceFolders = uri === undefined ? null : [{ uri, name: 'folder' }];
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders,
    capabilities,
    ...(initializationOptions === undefined ? {} : { initializationOptions }),
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    log,
    sent,
    previewsChanged,
    refreshes: () => refreshes,
    readingRefreshes,
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'codebook', version: 1, text } }),
    type: (uri, version, text) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }),
    pull: async (uri) => {
      const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.items;
    },
    dispose: () => connection.dispose(),
  };
}

/** Waits until something holds; the test's own time limit ends a wait in vain. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}
