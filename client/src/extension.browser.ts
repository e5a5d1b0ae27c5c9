import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type CodebookExtension, startCodebook } from './activation';

/** The door a VS Code in the browser knocks on: the server is a worker. What is started is stopped by the context's subscriptions. */
export const activate = (context: ExtensionContext): Promise<CodebookExtension> => {
  const program = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  let worker: Worker | undefined;
  const end = (): void => worker?.terminate();
  context.subscriptions.push({ dispose: end });
  // A worker does not end by itself when the client has said goodbye to it.
  const server = async (): Promise<MessageTransports> => {
    end();
    worker = new Worker(program);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return startCodebook(context, (id, name, options) => new LanguageClient(id, name, server, options));
};
