import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Names of files a codebook may have. */
const codebookName = /\.codebook\.ya?ml$/;

/** Names of files that can be read as data. */
const tableName = /\.(?:csv|tsv)$/i;

/** Folders that never hold codebooks of one's own. */
const passedOver = new Set(['node_modules', '.git', '.vscode-test', 'dist']);

export interface Found {
  /** Absolute paths with `/`, sorted. */
  readonly files: readonly string[];
  /** Paths that are not there. */
  readonly missing: readonly string[];
  /** Absolute paths with `/` of folders that can't be read, also inside others: what is in them is not found. */
  readonly unreadable: readonly string[];
}

/** What a folder holds. Rejects where it can't be read. */
export type ListFolder = (folder: string) => Promise<readonly Entry[]>;

type Entry = Pick<Dirent, 'name' | 'isDirectory'>;

/** Codebook files under the given files and folders. A file that is named itself counts whatever its name. */
export async function findCodebooks(paths: readonly string[], list: ListFolder = listFolder): Promise<Found> {
  const files = new Set<string>();
  const missing: string[] = [];
  const unreadable = new Set<string>();
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind === 'none') missing.push(path);
    else if (kind === 'file') files.add(nameOf(path));
    else {
      const inside = await codebooksIn(path, list);
      for (const file of inside.files) files.add(file);
      for (const folder of inside.unreadable) unreadable.add(folder);
    }
  }
  return { files: [...files].sort(), missing, unreadable: [...unreadable].sort() };
}

/** Files of a folder and of the folders right in it that may hold data, sorted. What can't be read holds none. */
export async function findTables(folder: string, list: ListFolder = listFolder): Promise<readonly string[]> {
  const inside = async (path: string, isDeep: boolean): Promise<readonly string[]> => {
    const entries = await list(path).catch(() => []);
    const found = entries.map((entry): readonly string[] | Promise<readonly string[]> => {
      if (entry.isDirectory()) return isDeep || passedOver.has(entry.name) ? [] : inside(join(path, entry.name), true);
      return tableName.test(entry.name) ? [nameOf(join(path, entry.name))] : [];
    });
    return (await Promise.all(found)).flat();
  };
  return [...(await inside(folder, false))].sort();
}

/** The name of a path in a snapshot: absolute, with `/` on every system. */
export function nameOf(path: string): string {
  return resolve(path).replaceAll('\\', '/');
}

type Inside = Pick<Found, 'files' | 'unreadable'>;

/** One folder that can't be read hides only what is in it. */
async function codebooksIn(folder: string, list: ListFolder): Promise<Inside> {
  const entries = await list(folder).catch(() => undefined);
  if (entries === undefined) return { files: [], unreadable: [nameOf(folder)] };
  const nested = entries.map((entry): Inside | Promise<Inside> => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return passedOver.has(entry.name) ? nothing : codebooksIn(path, list);
    return codebookName.test(entry.name) ? { files: [nameOf(path)], unreadable: [] } : nothing;
  });
  const all = await Promise.all(nested);
  return { files: all.flatMap(({ files }) => files), unreadable: all.flatMap(({ unreadable }) => unreadable) };
}

const nothing: Inside = { files: [], unreadable: [] };

function listFolder(folder: string): Promise<readonly Entry[]> {
  return readdir(folder, { withFileTypes: true });
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'none'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'none';
  }
}
