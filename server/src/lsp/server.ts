import {
  type Connection,
  type DidChangeConfigurationParams,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { environmentNotification } from '../protocol';
import { abilitiesOf } from './abilities';
import { capabilities } from './capabilities';
import { keepChecked } from './checked';
import { clientFiles } from './client-files';
import { serveCodeActions } from './code-actions';
import { serveCompletion } from './completion';
import { followData } from './data';
import { serveDiagnostics } from './diagnostics';
import { refreshDiagnostics } from './diagnostics-refresh';
import { type Disk, diskOf, eitherOf, type Files } from './disk';
import { followDocuments } from './documents';
import { changeFolders, fileEvents, followImports, readWorkspace, takeFileEvents } from './files';
import { serveFormatting } from './formatting';
import { inBackground } from './guard';
import { serveLineage } from './lineage';
import { nameOfUri } from './names';
import { serveNavigation } from './navigation';
import { servePreviews } from './previews';
import { serveReading } from './reading';
import { refreshReading } from './reading-refresh';
import { renameCapabilities, serveRename } from './rename';
import { serveRequests } from './requests';
import { createSession, type Session } from './session';
import { defaultEnvironment, readEnvironment, takeSettings } from './settings';
import { serveStatus } from './status';
import { serveStructure } from './structure';
import { serveTokens } from './tokens';

export interface ServerOptions {
  /** The files of this machine, under their URIs. All others are asked of the client. */
  readonly files?: Files;
  /** What is read instead of these. */
  readonly disk?: Disk;
  /** The page that explains each check under its code, as an address. */
  readonly documentation?: string;
}

/** Serves codebooks on a connection until it closes. One connection, one session; nothing is shared between two. */
export function startServer(connection: Connection, { files, disk, documentation }: ServerOptions = {}): void {
  const others = clientFiles(connection, () => session.setup().isOurs);
  const all = files === undefined ? others : eitherOf(files, others);
  const session = createSession(connection, disk ?? diskOf(all), documentation);
  const imports = followImports(session);
  const data = followData(session);
  followDocuments(session);
  const checked = keepChecked(session);
  serveDiagnostics(session, checked);
  serveStatus(session, checked);
  serveCompletion(session);
  serveCodeActions(session);
  serveRequests(session);
  serveRename(session);
  serveNavigation(session);
  serveLineage(session);
  serveReading(session);
  refreshReading(session);
  serveFormatting(session);
  serveStructure(session);
  serveTokens(session);
  servePreviews(session, data);
  refreshDiagnostics(session);
  connection.onDidChangeWatchedFiles((params) => {
    const events = fileEvents(params);
    imports.lookAgain();
    data.reread(events.others);
    inBackground(session, 'files', () => takeFileEvents(session, events));
  });
  introduce(session);
  connection.listen();
}

/** How the two sides learn of each other, and the first reading of the workspace. */
function introduce(session: Session): void {
  const { connection } = session;
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const told = readEnvironment(params.initializationOptions);
    session.replace((now) => ({ ...now, roots: rootsOf(params) }));
    const abilities = abilitiesOf(params.capabilities);
    session.configure({
      abilities,
      isOurs: told !== undefined,
      environment: told ?? defaultEnvironment(params.locale),
    });
    return { capabilities: { ...capabilities, ...renameCapabilities(abilities) }, serverInfo: { name: 'codebook' } };
  });
  connection.onInitialized(() => {
    const { abilities, isOurs } = session.setup();
    inBackground(session, 'workspace', () => readWorkspace(session).finally(session.becomeReady));
    if (abilities.watchesOnRequest && !isOurs) watchFiles(session);
    if (abilities.configuration)
      inBackground(session, 'settings', async () =>
        takeSettings(session, await connection.workspace.getConfiguration('codebook')),
      );
    if (abilities.folders)
      connection.workspace.onDidChangeWorkspaceFolders((event) =>
        inBackground(session, 'folders', () => changeFolders(session, event)),
      );
  });
  connection.onDidChangeConfiguration(({ settings }: DidChangeConfigurationParams) => {
    takeSettings(session, settings?.codebook);
  });
  connection.onNotification(environmentNotification, (value: unknown) => {
    const environment = readEnvironment(value);
    if (environment !== undefined) session.configure({ environment });
  });
}

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null || rootUri === undefined ? [] : [rootUri]);
  return folders.map(nameOfUri);
}

function watchFiles(session: Session): void {
  const watchers = [{ globPattern: '**/*.codebook.{yaml,yml}' }, { globPattern: '**/*.{csv,tsv}' }];
  inBackground(session, 'watching', async () => {
    await session.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
}
