import { type FileHandle, open, readdir, readFile, stat } from 'node:fs/promises';
import type { FileState, ReadPart } from '../data';
import type { FileSystem } from '../files';

/** The files of this machine, named by their paths. */
export const localFiles = {
  list: async (folder: string) => {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  },
  stat: stateOf,
  bytes: (path: string, signal: AbortSignal) => readFile(path, { signal }),
  partsOf:
    (path: string): ReadPart =>
    (from, to, signal) =>
      readPart(path, from, to, signal),
} satisfies FileSystem;

async function readPart(path: string, from: number, to: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  signal.throwIfAborted();
  const file = await open(path);
  try {
    const bytes = new Uint8Array(to - from);
    if ((await readFully(file, bytes, from)) < bytes.length) throw new Error('it has become shorter while it was read.');
    return bytes;
  } finally {
    await file.close();
  }
}

/** Fills the bytes from a position in the file, as far as it goes. */
async function readFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<number> {
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

async function stateOf(path: string): Promise<FileState> {
  try {
    const found = await stat(path);
    return found.isFile() ? { kind: 'file', size: found.size, modified: found.mtimeMs } : { kind: 'folder' };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'missing' };
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}
