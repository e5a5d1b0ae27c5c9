import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Names of files a codebook may have. */
const codebookName = /\.codebook\.ya?ml$/;

/** Folders that never hold codebooks of one's own. */
const passedOver = new Set(['node_modules', '.git', '.vscode-test', 'dist']);

export interface Found {
  /** Absolute paths with `/`, sorted. */
  readonly files: readonly string[];
  /** Paths that are not there. */
  readonly missing: readonly string[];
}

/** Codebook files under the given files and folders. A file that is named itself counts whatever its name. */
export async function findCodebooks(paths: readonly string[]): Promise<Found> {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind === 'none') missing.push(path);
    else if (kind === 'file') files.add(nameOf(path));
    else for (const file of await codebooksIn(path)) files.add(file);
  }
  return { files: [...files].sort(), missing };
}

/** The name of a path in a snapshot: absolute, with `/` on every system. */
export function nameOf(path: string): string {
  return resolve(path).replaceAll('\\', '/');
}

async function codebooksIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = entries.map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : codebooksIn(path);
    return codebookName.test(entry.name) ? [nameOf(path)] : [];
  });
  return (await Promise.all(nested)).flat();
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'none'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'none';
  }
}
