import type { DataCache, Progress } from '../data';
import {
  applyChanges,
  type Change,
  codebookOf,
  type DataState,
  fileModel,
  isInside,
  resolvePath,
  type Snapshot,
} from '../language';
import { type FileSystem, textOf } from './system';

/**
 * Reads files into a snapshot, and then what they import, until nothing is missing that is there. A file that can't be read is
 * left out: who imports it says so.
 */
export async function loadCodebooks(snapshot: Snapshot, names: readonly string[], files: FileSystem): Promise<Snapshot> {
  let loaded = snapshot;
  let wanted = names;
  const tried = new Set<string>();
  while (wanted.length > 0) {
    for (const file of wanted) tried.add(file);
    const texts = await Promise.all(wanted.map((file) => textOf(files, file)));
    const changes = wanted.flatMap((file, at): readonly Change[] => {
      const text = texts[at];
      return text === undefined ? [] : [{ kind: 'set', file, text }];
    });
    loaded = applyChanges(loaded, changes);
    wanted = missingImports(loaded).filter((file) => !tried.has(file));
  }
  return loaded;
}

/** Imported files inside the roots that the snapshot does not hold. */
export function missingImports(snapshot: Snapshot): readonly string[] {
  const missing = [...snapshot.files.keys()].flatMap((file) =>
    (codebookOf(snapshot, file)?.imports ?? []).flatMap((one) => (one.kind === 'missing' ? [one.file] : [])),
  );
  return [...new Set(missing)];
}

/** Reads the data one codebook names. `none` where it names none; rejects only when cancelled. */
export async function readDataOf(
  snapshot: Snapshot,
  file: string,
  cache: DataCache,
  signal: AbortSignal,
  progress?: Progress,
): Promise<DataState> {
  const data = fileModel(snapshot, file)?.header.data;
  if (data?.file === undefined) return { kind: 'none' };
  const target = dataFileOf(snapshot, file);
  if (target === undefined) {
    const message = `${data.file.text} lies outside the workspace: data are read from inside it only.`;
    return { kind: 'failed', reason: { code: 'outside', message } };
  }
  const options = {
    file: data.file.text,
    ...(data.delimiter === undefined ? {} : { delimiter: data.delimiter }),
    ...(data.decimal === undefined ? {} : { decimal: data.decimal }),
    ...(data.encoding === undefined ? {} : { encoding: data.encoding }),
  };
  const { table, failure } = await cache.read(target, options, signal, progress);
  return table === undefined ? { kind: 'failed', reason: failure } : { kind: 'ready', table };
}

/** The data file a codebook names, as files are named in the snapshot; `undefined` where it names none inside the roots. */
export function dataFileOf(snapshot: Snapshot, file: string): string | undefined {
  const named = fileModel(snapshot, file)?.header.data?.file;
  const target = named === undefined ? undefined : resolvePath(file, named.text);
  return target !== undefined && isInside(target, snapshot.roots) ? target : undefined;
}
