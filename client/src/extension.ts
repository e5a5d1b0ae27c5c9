import type { ExtensionContext } from 'vscode';
import { startCodebook } from './activation';

/** The door VS Code knocks on. What is started here is stopped by the context's subscriptions. */
export const activate = (context: ExtensionContext): Promise<void> => startCodebook(context);
