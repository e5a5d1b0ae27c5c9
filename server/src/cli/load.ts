import { createDataCache } from '../data';
import { findCodebooks, loadCodebooks, nameOf, readDataOf } from '../files';
import { applyChanges, type Change, emptySnapshot, type Snapshot } from '../language';

export interface Loaded {
  readonly snapshot: Snapshot;
  /** The codebook files that were asked for; imports from elsewhere are in the snapshot alone. */
  readonly files: readonly string[];
}

/** What kept a command from running: a sentence, and exit code 2. */
export class CouldNotRun extends Error {}

/** Reads the codebooks under the paths, what they import, and their data. */
export async function load(paths: readonly string[]): Promise<Loaded> {
  const { files, missing } = await findCodebooks(paths);
  if (missing.length > 0) throw new CouldNotRun(`${missing.join(', ')}: there is no such file or folder.`);
  if (files.length === 0) throw new CouldNotRun(`No codebook (*.codebook.yaml) in ${paths.join(', ')}.`);
  const root = nameOf('.');
  const roots = files.every((file) => file.startsWith(root + '/')) ? [root] : [];
  const snapshot = await loadCodebooks(emptySnapshot(roots), files, (file) => file);
  return { snapshot: await withData(snapshot), files };
}

async function withData(snapshot: Snapshot): Promise<Snapshot> {
  const cache = createDataCache();
  const { signal } = new AbortController();
  const changes: Change[] = [];
  for (const file of snapshot.files.keys()) {
    const state = await readDataOf(snapshot, file, (name) => name, cache, signal);
    changes.push({ kind: 'data', file, state });
  }
  return applyChanges(snapshot, changes);
}
