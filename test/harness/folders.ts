import { createDataCache } from '../../server/src/data';
import { findCodebooks, loadCodebooks, nameOf, readDataOf } from '../../server/src/files';
import { applyChanges, type Change, emptySnapshot, type Snapshot } from '../../server/src/language';

/** The codebooks of a folder with their data, read from the disk as the editor and the command line do. */
export async function snapshotOfFolder(folder: string): Promise<Snapshot> {
  const { files } = await findCodebooks([folder]);
  const snapshot = await loadCodebooks(emptySnapshot([nameOf(folder)]), files, (file) => file);
  const cache = createDataCache();
  const changes: Change[] = [];
  for (const file of files) {
    const state = await readDataOf(snapshot, file, (name) => name, cache, new AbortController().signal);
    changes.push({ kind: 'data', file, state });
  }
  return applyChanges(snapshot, changes);
}
