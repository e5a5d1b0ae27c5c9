import { readdir, readFile, stat } from 'node:fs/promises';
import type { FileState } from '../data';
import type { FileSystem } from '../files';

/** The files of this machine, named by their paths. */
export const localFiles: FileSystem = {
  list: async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  },
  stat: stateOf,
  bytes: (path, signal) => readFile(path, { signal }),
};

async function stateOf(path: string): Promise<FileState> {
  try {
    const found = await stat(path);
    return found.isFile() ? { kind: 'file', size: found.size, modified: found.mtimeMs } : { kind: 'folder' };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'missing' };
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}
