import type { DataFailure, DataTable } from '../language';
import { nextTurn } from '../turns';
import type { Slices, TableOptions, TableResult } from './options';
import { hashOf, type Parts, partsOf, UnreadableFile } from './parts';
import type { DataSource, FileState } from './source';
import type { WantedTable } from './store';
import { readTable } from './table';

/** How a file is read. `file` is its name in messages: the last part of its name where it is not given. */
export type ReadOptions = Partial<TableOptions>;

export type Progress = (done: number) => void;

export interface DataCache {
  /**
   * Reads a data file without holding up the thread: the parsing pauses every few milliseconds. Rejects with the signal's
   * reason when cancelled; everything that can be wrong with the file is a `failure`, never an exception.
   */
  readonly read: (file: string, options: ReadOptions, signal: AbortSignal, progress?: Progress) => Promise<TableResult>;
  readonly forget: (file: string) => void;
}

interface Kept {
  readonly options: string;
  readonly size: number;
  readonly modified: number;
  readonly hash: string;
  readonly table: DataTable;
}

/**
 * Keeps the last table of each file. A file of the same size and time is not opened again; one that was only touched is
 * opened but gives the same table, so that everything computed from it stays.
 */
export function createDataCache(source: DataSource): DataCache {
  const tables = new Map<string, Kept>();
  return {
    async read(file, options, signal, progress = () => {}) {
      signal.throwIfAborted();
      const named = { ...options, file: options.file ?? lastPart(file) };
      const key = JSON.stringify(named);
      const state = await source.stat(file);
      signal.throwIfAborted();
      if (state.kind !== 'file') return { failure: failureOf(state, named.file) };
      const { size, modified } = state;
      const kept = tables.get(file);
      const same = kept !== undefined && kept.options === key && kept.size === size;
      if (same && modified > 0 && kept.modified === modified) return { table: kept.table };
      const read = await attempt(source, file, named.file, signal, async () => {
        const parts = await partsOf(source, file, size, signal);
        const hash = same ? await hashOf(parts) : undefined;
        signal.throwIfAborted();
        if (same && kept.hash === hash) return { result: { table: kept.table }, hash };
        const slices = { pause: () => pause(signal), progress };
        return readOrFind(source, { file, size, modified, options: named }, parts, slices);
      });
      if ('code' in read) return { failure: read };
      if (read.result.table === undefined) tables.delete(file);
      else tables.set(file, { options: key, size, modified, hash: read.hash, table: read.result.table });
      return read.result;
    },
    forget: (file) => void tables.delete(file),
  };
}

/** A table that was kept from an earlier run, or else is read now and kept for the next. */
async function readOrFind(
  source: DataSource,
  wanted: WantedTable,
  parts: Parts,
  slices: Slices,
): Promise<{ readonly result: TableResult; readonly hash: string }> {
  const store = source.tables?.(wanted.file);
  if (store === undefined || wanted.size < store.least) return readTable(parts, wanted.options, slices);
  const found = await store.find(wanted, () => hashOf(parts));
  await slices.pause();
  if (found !== undefined) return { result: { table: found.table }, hash: found.hash };
  const read = await readTable(parts, wanted.options, slices);
  const after = await source.stat(wanted.file);
  const isSame = after.kind === 'file' && after.size === wanted.size && after.modified === wanted.modified;
  // Nobody waits for it: what has been read can be used while it is written.
  if (isSame && read.result.table !== undefined) void store.keep(wanted, { hash: read.hash, table: read.result.table });
  return read;
}

function lastPart(file: string): string {
  return /[^/\\]*$/.exec(file)?.[0] ?? file;
}

async function pause(signal: AbortSignal): Promise<void> {
  await nextTurn();
  signal.throwIfAborted();
}

/** What goes wrong with the file while it is read is a failure; a cancellation is not, and neither is a fault of ours. */
async function attempt<Read>(
  source: DataSource,
  file: string,
  named: string,
  signal: AbortSignal,
  read: () => Promise<Read>,
): Promise<Read | DataFailure> {
  try {
    return await read();
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof UnreadableFile)) throw error;
    // It may have gone since it was looked at.
    const state = await source.stat(file);
    return failureOf(state.kind === 'file' ? { kind: 'unreadable', reason: error.message } : state, named);
  }
}

function failureOf(state: Exclude<FileState, { readonly kind: 'file' }>, file: string): DataFailure {
  switch (state.kind) {
    case 'missing':
      return { code: 'missing', message: `${file} is not there: check the path in \`data.file\`.` };
    case 'folder':
      return { code: 'unreadable', message: `${file} is not a file: name a CSV, TSV or Parquet file.` };
    case 'unreadable':
      return { code: 'unreadable', message: `${file} can't be read: ${state.reason}` };
  }
}
