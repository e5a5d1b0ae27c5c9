import { type ExtensionContext, env, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type Environment, environmentNotification, type UiLanguage } from '../../server/src/protocol';
import { registerCommands } from './commands';
import { lendFiles } from './files';
import { withSpacedTables } from './hover';
import type { OpenPreview } from './preview/open';
import { keepPreviews, type Previews } from './preview/panel';
import { registerServerCommands } from './server-commands';
import { showStatus } from './status';

/** What the extension gives to others: its previews as the reader sees them, also where the window can't be looked into. */
export interface CodebookExtension {
  readonly preview: (codebook: Uri) => Pick<OpenPreview, 'shown' | 'hear'> | undefined;
}

/** The client of a server that runs where this VS Code can run one: in a process, or in a worker of the browser. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server and what stands on it. Commands and previews are there at once and wait for the server themselves. */
export const startCodebook = async (context: ExtensionContext, create: CreateClient): Promise<CodebookExtension> => {
  const documents = codebookDocuments();
  const client = create('codebook', 'Codebook', clientOptions(documents));
  const previews = keepPreviews(context, client, uiLanguage);
  context.subscriptions.push(
    client,
    previews,
    showStatus(client, { selector: documents, language: uiLanguage }),
    ...registerServerCommands(client),
    ...registerCommands(client, previews),
    ...lendFiles(client),
    ...tellEnvironment(client, previews),
  );
  // A server that does not start is shown by the status item and told by the client; commands and highlighting stay.
  await client.start().catch((error: unknown) => client.outputChannel.error(String(error)));
  return { preview: previews.find };
};

/**
 * Documents the server sees: ours, and codebooks that someone has told VS Code to treat as YAML, in the file systems of the
 * workspace. An earlier version beside a codebook, as git shows it, is of none of these: it would be seen without its imports.
 */
const codebookDocuments = () => {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-vfs', ...folders])].flatMap((scheme) => [
    { scheme, language: 'codebook' },
    { scheme, language: 'yaml', pattern: '**/*.codebook.{yaml,yml}' },
  ]);
};

const clientOptions = (documentSelector: ReturnType<typeof codebookDocuments>): LanguageClientOptions => ({
  documentSelector,
  middleware: { provideHover: withSpacedTables },
  // Asked anew at each start, so that a server started again knows today's trust and language.
  initializationOptions: environment,
  synchronize: {
    configurationSection: 'codebook',
    fileEvents: workspace.createFileSystemWatcher('**/*.{codebook.yaml,codebook.yml,csv,tsv}'),
  },
});

const environment = (): Environment => ({ trusted: workspace.isTrusted, language: uiLanguage() });

/** The setting decides; `auto` follows VS Code, which is Swedish only where someone has installed a language pack. */
const uiLanguage = (): UiLanguage => {
  const setting = workspace.getConfiguration('codebook').get<string>('language', 'auto');
  if (setting === 'sv' || setting === 'en') return setting;
  return env.language.split('-')[0] === 'sv' ? 'sv' : 'en';
};

const tellEnvironment = (client: BaseLanguageClient, previews: Previews) => {
  const tell = (): void => {
    if (client.isRunning()) void client.sendNotification(environmentNotification, environment());
  };
  return [
    workspace.onDidGrantWorkspaceTrust(tell),
    workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('codebook.language')) return;
      tell();
      previews.speak(uiLanguage());
    }),
  ];
};
