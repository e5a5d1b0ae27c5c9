import type { DataSource } from '../data';

/** Files and folders, wherever they are, under their names in the snapshot. */
export interface FileSystem extends DataSource {
  readonly list: ListFolder;
}

/** What a folder holds. Rejects where it can't be read. */
export type ListFolder = (folder: string) => Promise<readonly FolderEntry[]>;

export interface FolderEntry {
  readonly name: string;
  /** A link to a folder is none: it could lead round in a circle. */
  readonly isFolder: boolean;
}

/** The text of a file, which is UTF-8 like every codebook; `undefined` where it can't be read. */
export async function textOf({ bytes }: FileSystem, file: string): Promise<string | undefined> {
  try {
    // A byte order mark is a part of the text in which the editor counts.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytes(file, new AbortController().signal));
  } catch {
    return undefined;
  }
}
