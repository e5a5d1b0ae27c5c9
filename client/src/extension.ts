import type { ExtensionContext } from 'vscode';
import { type CodebookExtension, startCodebook } from './activation';

/** The door VS Code knocks on. What is started here is stopped by the context's subscriptions. */
export const activate = (context: ExtensionContext): Promise<CodebookExtension> => startCodebook(context);
