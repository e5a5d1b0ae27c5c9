import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { filesByUri } from './local-files';
import { type ServerOptions, startServer } from './server';

/** Serves on standard input and output until the client ends it. */
export function serveStdio(options: ServerOptions = {}): void {
  const reader = new StreamMessageReader(process.stdin);
  const writer = new StreamMessageWriter(process.stdout);
  startServer(createConnection(ProposedFeatures.all, reader, writer), { files: filesByUri, ...options });
}
