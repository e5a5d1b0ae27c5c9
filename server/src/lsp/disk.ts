import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createDataCache, type Progress } from '../data';
import { findCodebooks, findTables, loadCodebooks, readDataOf } from '../files';
import type { DataState, Snapshot } from '../language';
import { nameOfPath, pathOfName } from './names';

/** The files of this machine, named as in the snapshot. */
export interface Disk {
  /** Codebooks under folders; a folder that is not there has none. */
  readonly find: (folders: readonly string[]) => Promise<readonly string[]>;
  /** The snapshot with these files and all they import. */
  readonly load: (snapshot: Snapshot, files: readonly string[]) => Promise<Snapshot>;
  /** Tables that could be the data of a codebook: those beside it and in the folders there. */
  readonly dataBeside?: (file: string) => Promise<readonly string[]>;
  readonly text: (file: string) => Promise<string | undefined>;
  /** Rejects only when cancelled. */
  readonly data: (snapshot: Snapshot, file: string, signal: AbortSignal, progress: Progress) => Promise<DataState>;
}

export function localDisk(): Disk {
  const cache = createDataCache();
  return {
    find: async (folders) => (await findCodebooks(folders.map(pathOfName))).files.map(nameOfPath),
    load: (snapshot, files) => loadCodebooks(snapshot, files, pathOfName),
    dataBeside: async (file) => (await findTables(dirname(pathOfName(file)))).map(nameOfPath),
    text: async (file) => {
      try {
        return await readFile(pathOfName(file), 'utf8');
      } catch {
        return undefined;
      }
    },
    data: (snapshot, file, signal, progress) => readDataOf(snapshot, file, pathOfName, cache, signal, progress),
  };
}
