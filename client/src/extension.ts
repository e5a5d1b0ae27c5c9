import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type CodebookExtension, startCodebook } from './activation';

/** The door a VS Code with Node knocks on: the server is a process. What is started is stopped by the context's subscriptions. */
export const activate = (context: ExtensionContext): Promise<CodebookExtension> => {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  return startCodebook(context, (id, name, options) => new LanguageClient(id, name, server, options));
};
