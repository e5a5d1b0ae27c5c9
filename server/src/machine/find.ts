import { resolve } from 'node:path';
import { codebooksIn, type ListFolder } from '../files';
import { localFiles } from './files';

export interface Found {
  /** Absolute paths with `/`, sorted. */
  readonly files: readonly string[];
  /** Paths that are not there. */
  readonly missing: readonly string[];
  /** Absolute paths with `/` of folders that can't be read, also inside others: what is in them is not found. */
  readonly unreadable: readonly string[];
}

/** Codebook files under the given files and folders. A file that is named itself counts whatever its name. */
export async function findCodebooks(paths: readonly string[], list: ListFolder = localFiles.list): Promise<Found> {
  const files = new Set<string>();
  const missing: string[] = [];
  const unreadable = new Set<string>();
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind === 'none') missing.push(path);
    else if (kind === 'file') files.add(nameOf(path));
    else {
      const inside = await codebooksIn(nameOf(path), list);
      for (const file of inside.files) files.add(file);
      for (const folder of inside.unreadable) unreadable.add(folder);
    }
  }
  return { files: [...files].sort(), missing, unreadable: [...unreadable].sort() };
}

/** The name of a path in a snapshot: absolute, with `/` on every system. */
export function nameOf(path: string): string {
  return resolve(path).replaceAll('\\', '/');
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'none'> {
  const { kind } = await localFiles.stat(path);
  if (kind === 'file' || kind === 'folder') return kind;
  return 'none';
}
