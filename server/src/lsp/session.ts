import type { Connection } from 'vscode-languageserver';
import { applyChanges, type Change, emptySnapshot, type SeveritySettings, type Snapshot, type Span } from '../language';
import type { Environment } from '../protocol';
import type { ClientAbilities } from './abilities';
import { noAbilities } from './abilities';
import type { Disk } from './disk';

/** What one connection knows. The only state of the server: everything else is computed from it. */
export interface Session {
  readonly connection: Connection;
  readonly disk: Disk;
  /** The page that explains each check under its code, as an address. */
  readonly documentation: string | undefined;
  readonly snapshot: () => Snapshot;
  readonly setup: () => Setup;
  /** Documents the client has open, by their name in the snapshot; each knows what the client calls it. */
  readonly open: Map<string, OpenDocument>;
  /** What of each document somebody looks at, as far as requests for a part of it have told. */
  readonly looked: Map<string, Span>;
  readonly change: (changes: readonly Change[]) => void;
  readonly replace: (next: (now: Snapshot) => Snapshot) => void;
  readonly configure: (some: Partial<Setup>) => void;
  /** Called after each change of the snapshot or the setup. */
  readonly onChanged: (listener: () => void) => void;
  /** Resolves when the workspace has been read for the first time. */
  readonly ready: Promise<void>;
  readonly becomeReady: () => void;
}

/** What is left to know of an open document: its text is the snapshot's. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
}

export interface Setup {
  readonly abilities: ClientAbilities;
  /** A client of ours tells its environment, watches files and sends its settings by itself. */
  readonly isOurs: boolean;
  readonly environment: Environment;
  readonly settings: Settings;
}

export interface Settings {
  readonly severities: SeveritySettings;
  /** Codes that are shown as information, which the language counts as hints. */
  readonly informational: ReadonlySet<string>;
}

export function createSession(connection: Connection, disk: Disk, documentation: string | undefined): Session {
  let snapshot = emptySnapshot([]);
  let setup: Setup = {
    abilities: noAbilities,
    isOurs: false,
    environment: { trusted: false, language: 'en' },
    settings: { severities: {}, informational: new Set() },
  };
  const listeners: (() => void)[] = [];
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const { promise: ready, resolve: becomeReady } = pending();
  return {
    connection,
    disk,
    documentation,
    snapshot: () => snapshot,
    setup: () => setup,
    open: new Map(),
    looked: new Map(),
    change: (changes) => {
      if (changes.length === 0) return;
      snapshot = applyChanges(snapshot, changes);
      changed();
    },
    replace: (next) => {
      snapshot = next(snapshot);
      changed();
    },
    configure: (some) => {
      setup = { ...setup, ...some };
      changed();
    },
    onChanged: (listener) => void listeners.push(listener),
    ready,
    becomeReady,
  };
}

function pending(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
