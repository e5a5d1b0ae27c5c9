import { resolvePath } from '../language';
import type { ListFolder } from './system';

/** Names of files a codebook may have. */
const codebookName = /\.codebook\.ya?ml$/;

/** Names of files that can be read as data. */
const tableName = /\.(?:csv|tsv|parquet)$/i;

/** Folders that never hold codebooks of one's own. */
const passedOver = new Set(['node_modules', '.git', '.vscode-test', 'dist']);

/** What was found below a folder, under its names in the snapshot, unsorted. */
export interface Inside {
  readonly files: readonly string[];
  /** Folders that can't be read, also inside others: what is in them is not found. */
  readonly unreadable: readonly string[];
}

/** Codebooks in a folder, however deep. One folder that can't be read hides only what is in it. */
export async function codebooksIn(folder: string, list: ListFolder): Promise<Inside> {
  const entries = await list(folder).catch(() => undefined);
  if (entries === undefined) return { files: [], unreadable: [folder] };
  const nested = entries.map(({ name, isFolder }): Inside | Promise<Inside> => {
    const path = within(folder, name);
    if (path === undefined) return nothing;
    if (isFolder) return passedOver.has(name) ? nothing : codebooksIn(path, list);
    return codebookName.test(name) ? { files: [path], unreadable: [] } : nothing;
  });
  const all = await Promise.all(nested);
  return { files: all.flatMap(({ files }) => files), unreadable: all.flatMap(({ unreadable }) => unreadable) };
}

/** Files of a folder and of the folders right in it that may hold data, sorted. What can't be read holds none. */
export async function findTables(folder: string, list: ListFolder): Promise<readonly string[]> {
  const inside = async (path: string, isDeep: boolean): Promise<readonly string[]> => {
    const entries = await list(path).catch(() => []);
    const found = entries.map(({ name, isFolder }): readonly string[] | Promise<readonly string[]> => {
      const file = within(path, name);
      if (file === undefined) return [];
      if (isFolder) return isDeep || passedOver.has(name) ? [] : inside(file, true);
      return tableName.test(name) ? [file] : [];
    });
    return (await Promise.all(found)).flat();
  };
  return [...(await inside(folder, false))].sort();
}

const nothing: Inside = { files: [], unreadable: [] };

function within(folder: string, name: string): string | undefined {
  return resolvePath(folder.endsWith('/') ? folder : `${folder}/`, `./${name}`);
}
