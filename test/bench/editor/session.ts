import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createMessageConnection,
  type MessageConnection,
  MessageType,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { Server } from './servers';

/** An editor with one document open at a server of its own. */
export interface Session {
  readonly server: Server;
  readonly connection: MessageConnection;
  readonly uri: string;
  /** How long the server took until it answered `initialize`, from its start, in milliseconds. */
  readonly started: number;
  /** Sends the text and gives its version. */
  readonly open: (text: string) => number;
  /** Sends edits, each of the text after the one before, and gives the version that they make. */
  readonly edit: (...edits: readonly TextDocumentContentChangeEvent[]) => number;
  /** When the first problems of a version, or of one after it, were received. */
  readonly firstProblems: (version: number) => Promise<number>;
  /** When the last problems were received before the server fell silent for some milliseconds. */
  readonly allProblems: (version: number, silence: number) => Promise<Received>;
  readonly memory: () => Memory;
  /** What the server has logged as errors: what it answers after one need not mean anything. */
  readonly faults: readonly string[];
  readonly end: () => void;
}

export interface Received {
  readonly at: number;
  readonly count: number;
}

/** Megabytes of memory now and at its highest, where the system tells; else 0. */
export interface Memory {
  readonly now: number;
  readonly peak: number;
}

/** A server that does not answer within this many milliseconds is not waited for. */
export const patience = 120_000;

export class Late extends Error {}

export class Fault extends Error {}

/** The promise, or a failure once our patience is at its end. */
export async function inTime<T>(promise: Promise<T>): Promise<T> {
  const clock = new AbortController();
  const late = sleep(patience, undefined, { signal: clock.signal }).then(() => {
    throw new Late('too late');
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clock.abort();
    late.catch(() => {});
  }
}

export async function startSession(server: Server, folderUri: string): Promise<Session> {
  const begin = performance.now();
  const child = startProcess(server);
  const connection = connect(child);
  const uri = `${folderUri}/large.codebook.yaml`;
  const faults: string[] = [];
  const received = followProblems(connection, uri, faults);
  answerQuestions(connection, server);
  connection.listen();
  await inTime(connection.sendRequest('initialize', introduction(server, folderUri)));
  const started = performance.now() - begin;
  connection.sendNotification('initialized', {});
  connection.sendNotification('workspace/didChangeConfiguration', { settings: server.settings });
  let version = 0;
  return {
    server,
    connection,
    uri,
    started,
    ...received,
    open: (text) => {
      version += 1;
      const textDocument = { uri, languageId: server.languageId, version, text };
      connection.sendNotification('textDocument/didOpen', { textDocument });
      return version;
    },
    edit: (...contentChanges) => {
      version += 1;
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      return version;
    },
    memory: () => memoryOf(child),
    faults,
    end: () => {
      connection.dispose();
      child.kill('SIGKILL');
    },
  };
}

function startProcess({ args }: Server): ChildProcess {
  const env = { ...process.env };
  // Node 20 reads these certificates at its start, which triples it, and tsx would load into the server.
  delete env.NODE_EXTRA_CA_CERTS;
  delete env.NODE_OPTIONS;
  return spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
}

function connect({ stdin, stdout }: ChildProcess): MessageConnection {
  if (stdin === null || stdout === null) throw new Error('The server must have standard input and output.');
  return createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
}

/** What servers ask of an editor: their settings, and leave to register what they need not here. */
function answerQuestions(connection: MessageConnection, { settings }: Server): void {
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
    items.map(({ section = '' }) => settings[section] ?? null),
  );
  connection.onRequest((method) => (method.startsWith('custom/') ? [] : null));
  connection.onNotification(() => {});
}

function introduction({ asks }: Server, folderUri: string): object {
  return {
    processId: process.pid,
    rootUri: folderUri,
    workspaceFolders: [{ uri: folderUri, name: 'folder' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        publishDiagnostics: { versionSupport: true },
        ...(asks ? { diagnostic: {} } : {}),
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        hover: { contentFormat: ['markdown'] },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    },
  };
}

type Problems = Pick<Session, 'firstProblems' | 'allProblems'>;

function followProblems(connection: MessageConnection, uri: string, faults: string[]): Problems {
  interface Sent extends Received {
    readonly version: number;
  }
  let last: Sent | undefined;
  let waiting: (() => void)[] = [];
  const wake = () => {
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  };
  connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === MessageType.Error) faults.push(message);
    wake();
  });
  connection.onNotification('textDocument/publishDiagnostics', (sent) => {
    if (decodeURIComponent(sent.uri) !== decodeURIComponent(uri)) return;
    // A server that tells no version is only ever asked about its last.
    last = { at: performance.now(), count: sent.diagnostics.length, version: sent.version ?? Number.POSITIVE_INFINITY };
    wake();
  });
  const next = () => inTime(new Promise<void>((resolve) => void waiting.push(resolve)));
  const first = async (version: number): Promise<Sent> => {
    last = undefined;
    for (;;) {
      await next();
      if (faults.length > 0) throw new Fault(faults.join('\n'));
      if (last !== undefined && (last as Sent).version >= version) return last;
    }
  };
  const all = async (version: number, silence: number): Promise<Received> => {
    let seen: Sent = await first(version);
    for (;;) {
      await sleep(silence);
      if (last === undefined || last === seen) return seen;
      seen = last;
    }
  };
  return { firstProblems: async (version) => (await first(version)).at, allProblems: all };
}

function memoryOf({ pid }: ChildProcess): Memory {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (key: string) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
  } catch {
    return { now: 0, peak: 0 };
  }
}
