import { createDataCache, type Progress } from '../data';
import { type FileSystem, findTables, loadCodebooks, readDataOf, textOf } from '../files';
import type { DataState, Snapshot } from '../language';

/** The files that can be read, named as in the snapshot. */
export interface Disk {
  /** Whether it has files under names like this one; a text in the editor may come from anywhere. */
  readonly holds: (file: string) => boolean;
  /** Codebooks under folders; a folder that is not there has none. */
  readonly find: (folders: readonly string[]) => Promise<readonly string[]>;
  /** The snapshot with these files and all they import. */
  readonly load: (snapshot: Snapshot, files: readonly string[]) => Promise<Snapshot>;
  /** Tables that could be the data of a codebook: those beside it and in the folders there. */
  readonly dataBeside: (file: string) => Promise<readonly string[]>;
  readonly text: (file: string) => Promise<string | undefined>;
  /** Rejects only when cancelled. */
  readonly data: (snapshot: Snapshot, file: string, signal: AbortSignal, progress: Progress) => Promise<DataState>;
}

/** Files of one kind, or of several. */
export interface Files extends FileSystem {
  readonly holds: Disk['holds'];
  /** Codebooks in a folder, however deep. What can't be read holds none. */
  readonly codebooks: (folder: string) => Promise<readonly string[]>;
}

export function diskOf(files: Files): Disk {
  const cache = createDataCache(files);
  return {
    holds: files.holds,
    find: async (folders) => {
      const found = await Promise.all(folders.map(files.codebooks));
      return [...new Set(found.flat())].sort();
    },
    load: (snapshot, names) => loadCodebooks(snapshot, names, files),
    dataBeside: (file) => findTables(file.slice(0, file.lastIndexOf('/')), files.list),
    text: (file) => textOf(files, file),
    data: (snapshot, file, signal, progress) => readDataOf(snapshot, file, cache, signal, progress),
  };
}

/** What the first does not hold is asked of the second. */
export function eitherOf(first: Files, second: Files): Files {
  const filesFor = (name: string): Files => (first.holds(name) ? first : second);
  return {
    holds: (name) => first.holds(name) || second.holds(name),
    codebooks: (folder) => filesFor(folder).codebooks(folder),
    list: (folder) => filesFor(folder).list(folder),
    stat: (file) => filesFor(file).stat(file),
    bytes: (file, signal) => filesFor(file).bytes(file, signal),
    partsOf: (file) => filesFor(file).partsOf?.(file),
    tables: (file) => filesFor(file).tables?.(file),
  };
}
