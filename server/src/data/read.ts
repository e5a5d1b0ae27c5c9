import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { DataFailure, DataTable } from '../language';
import { parseTableInSlices, type TableOptions, type TableResult } from './table';

/** How a file is read. `file` is its name in messages: the last part of its path where it is not given. */
export type ReadOptions = Partial<TableOptions>;

export type Progress = (done: number) => void;

export interface DataCache {
  /**
   * Reads a data file without holding up the thread: the parsing pauses every few milliseconds. Rejects with the signal's
   * reason when cancelled; everything that can be wrong with the file is a `failure`, never an exception.
   */
  readonly read: (path: string, options: ReadOptions, signal: AbortSignal, progress?: Progress) => Promise<TableResult>;
  readonly forget: (path: string) => void;
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
export function createDataCache(): DataCache {
  const tables = new Map<string, Kept>();
  return {
    async read(path, options, signal, progress = () => {}) {
      signal.throwIfAborted();
      const named = { ...options, file: options.file ?? basename(path) };
      const key = JSON.stringify(named);
      const state = await stateOf(path, named.file);
      if ('code' in state) return { failure: state };
      const kept = tables.get(path);
      const same = kept !== undefined && kept.options === key && kept.size === state.size;
      if (same && kept.modified === state.modified) return { table: kept.table };
      const bytes = await bytesOf(path, named.file, signal);
      if ('code' in bytes) return { failure: bytes };
      const hash = createHash('sha256').update(bytes).digest('hex');
      const result: TableResult =
        same && kept.hash === hash
          ? { table: kept.table }
          : await parseTableInSlices(bytes, named, () => pause(signal), progress);
      if (result.table === undefined) tables.delete(path);
      else tables.set(path, { options: key, ...state, hash, table: result.table });
      return result;
    },
    forget: (path) => void tables.delete(path),
  };
}

async function pause(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

async function stateOf(path: string, file: string): Promise<{ size: number; modified: number } | DataFailure> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return { code: 'unreadable', message: `${file} is not a file: name a CSV or TSV file.` };
    return { size: found.size, modified: found.mtimeMs };
  } catch (error) {
    return failureOf(error, file);
  }
}

async function bytesOf(path: string, file: string, signal: AbortSignal): Promise<Uint8Array | DataFailure> {
  try {
    return await readFile(path, { signal });
  } catch (error) {
    signal.throwIfAborted();
    return failureOf(error, file);
  }
}

function failureOf(error: unknown, file: string): DataFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return { code: 'missing', message: `${file} is not there: check the path in \`data.file\`.` };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'unreadable', message: `${file} can't be read: ${reason}` };
}
