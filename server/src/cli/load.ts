import { createDataCache } from '../data';
import { loadCodebooks, readDataOf } from '../files';
import { applyChanges, type Change, emptySnapshot, type Snapshot } from '../language';
import { findCodebooks, localFiles, nameOf, userTables } from '../machine';

interface Loaded {
  readonly snapshot: Snapshot;
  /** The codebook files that were asked for, by their names in the snapshot. What they import may lie elsewhere. */
  readonly files: readonly string[];
}

/** What kept a command from running: a sentence for the user, and exit code 2. */
export class CouldNotRun extends Error {}

/** Reads the codebooks under the paths, what they import, and their data. */
export async function load(paths: readonly string[], isRead: IsRead = async () => true): Promise<Loaded> {
  const { files, missing, unreadable } = await findCodebooks(paths);
  if (missing.length > 0) throw new CouldNotRun(`There is no such file or folder: ${missing.join(', ')}.`);
  const named = unreadable.filter((folder) => paths.some((path) => nameOf(path) === folder));
  if (named.length > 0) throw new CouldNotRun(`This folder can't be read: ${named.map(shownName).join(', ')}.`);
  for (const folder of unreadable) process.stderr.write(`codebook: ${shownName(folder)} can't be read and is left out.\n`);
  if (files.length === 0) throw new CouldNotRun(`There is no codebook (*.codebook.yaml) in ${paths.join(', ')}.`);
  const foreign = files.find((file) => !/\.ya?ml$/i.test(file));
  if (foreign !== undefined) throw new CouldNotRun(`${shownName(foreign)} is no codebook (*.codebook.yaml).`);
  const snapshot = await loadCodebooks(emptySnapshot(rootsOf(files)), files, localFiles);
  return { snapshot: await withData(snapshot, isRead), files };
}

/** Whether the data of a codebook are read into memory. */
export type IsRead = (snapshot: Snapshot, file: string) => Promise<boolean>;

/** The working folder bounds what may be read, unless codebooks outside it were named: then nothing does. */
function rootsOf(files: readonly string[]): readonly string[] {
  const here = nameOf('.');
  return files.every((file) => file.startsWith(`${here}/`)) ? [here] : [];
}

async function withData(snapshot: Snapshot, isRead: IsRead): Promise<Snapshot> {
  const cache = createDataCache({ ...localFiles, tables: userTables });
  const { signal } = new AbortController();
  const changes: Change[] = [];
  for (const file of snapshot.files.keys()) {
    if (!(await isRead(snapshot, file))) continue;
    changes.push({ kind: 'data', file, state: await readDataOf(snapshot, file, cache, signal) });
  }
  return applyChanges(snapshot, changes);
}

/** A file as people write it: relative to the working folder where it lies in it. */
export function shownName(file: string): string {
  const here = `${nameOf('.')}/`;
  return file.startsWith(here) ? file.slice(here.length) : file;
}
