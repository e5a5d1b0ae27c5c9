import { dataFileOf } from '../files';
import type { DataState, Snapshot } from '../language';
import { fileModel } from '../language';
import { inBackground } from './guard';
import { withProgress } from './progress';
import type { Session } from './session';

/** Data files are read for codebooks that someone looks at, and only in a workspace that is trusted. */
export interface DataFiles {
  /** Somebody looks at this codebook's numbers, though it may not be open. */
  readonly want: (file: string) => void;
  /** These files have changed on disk. */
  readonly reread: (files: readonly string[]) => void;
}

interface Reading {
  /** What is read, and how: another key is another reading. */
  readonly key: string;
  readonly abort: AbortController;
}

export function followData(session: Session): DataFiles {
  const readings = new Map<string, Reading>();
  const wanted = new Set<string>();

  const read = (file: string, key: string): void => {
    readings.get(file)?.abort.abort();
    const reading = { key, abort: new AbortController() };
    readings.set(file, reading);
    // Numbers that are there stay until there are new ones.
    if (session.snapshot().data.get(file)?.kind !== 'ready') setState(session, file, { kind: 'loading' });
    inBackground(session, 'data', async () => {
      const state = await readOrNone(session, file, reading.abort.signal);
      if (state !== undefined && readings.get(file) === reading) setState(session, file, state);
    });
  };
  const follow = (): void => {
    for (const file of new Set([...session.open.keys(), ...wanted])) {
      const key = keyOf(session, file);
      if (readings.get(file)?.key === key) continue;
      read(file, key);
    }
    for (const [file, { abort }] of readings) {
      if (session.snapshot().files.has(file)) continue;
      abort.abort();
      readings.delete(file);
    }
  };
  session.onChanged(follow);
  return {
    want: (file) => {
      if (wanted.has(file)) return;
      wanted.add(file);
      follow();
    },
    reread: (files) => {
      for (const file of [...readings.keys()]) {
        const target = dataFileOf(session.snapshot(), file);
        if (target !== undefined && files.includes(target)) read(file, keyOf(session, file));
      }
    },
  };
}

function keyOf({ snapshot, setup }: Session, file: string): string {
  const data = fileModel(snapshot(), file)?.header.data;
  if (data?.file === undefined) return '';
  const { delimiter, decimal, encoding } = data;
  return JSON.stringify([dataFileOf(snapshot(), file), delimiter, decimal, encoding, setup().environment.trusted]);
}

function setState(session: Session, file: string, state: DataState): void {
  const known = session.snapshot().data.get(file);
  if (isSame(known, state)) return;
  session.change([{ kind: 'data', file, state }]);
}

function isSame(known: DataState | undefined, state: DataState): boolean {
  if (known === undefined) return state.kind === 'none';
  if (known.kind === 'ready' && state.kind === 'ready') return known.table === state.table;
  return JSON.stringify(known) === JSON.stringify(state);
}

/** `undefined` where the reading was cancelled. */
async function readOrNone(session: Session, file: string, signal: AbortSignal): Promise<DataState | undefined> {
  const snapshot = session.snapshot();
  const refused = refusal(session, snapshot, file);
  if (refused !== undefined) return refused;
  try {
    return await withProgress(session, fileModel(snapshot, file)?.header.data?.file?.text ?? '', (progress) =>
      session.disk.data(snapshot, file, signal, progress),
    );
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

function refusal({ setup, disk }: Session, snapshot: Snapshot, file: string): DataState | undefined {
  if (fileModel(snapshot, file)?.header.data?.file === undefined) return { kind: 'none' };
  if (!setup().environment.trusted) return { kind: 'untrusted' };
  if (disk.holds(file)) return undefined;
  return {
    kind: 'failed',
    reason: { code: 'unreadable', message: 'Data are read beside codebooks that are saved as files.' },
  };
}
