import { createDataCache } from '../../server/src/data';
import { loadCodebooks, readDataOf } from '../../server/src/files';
import { applyChanges, type Change, emptySnapshot, type Snapshot } from '../../server/src/language';
import { findCodebooks, localFiles, nameOf } from '../../server/src/machine';

/** The codebooks of a folder with their data, read from the disk as the editor and the command line do. */
export async function snapshotOfFolder(folder: string): Promise<Snapshot> {
  const { files } = await findCodebooks([folder]);
  const snapshot = await loadCodebooks(emptySnapshot([nameOf(folder)]), files, localFiles);
  const cache = createDataCache(localFiles);
  const changes: Change[] = [];
  for (const file of files) {
    const state = await readDataOf(snapshot, file, cache, new AbortController().signal);
    changes.push({ kind: 'data', file, state });
  }
  return applyChanges(snapshot, changes);
}
