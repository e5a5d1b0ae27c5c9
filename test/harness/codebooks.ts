import { parseTable } from '../../server/src/data';
import {
  applyChanges,
  type Change,
  type DataState,
  emptySnapshot,
  fileModel,
  resolvePath,
  type Snapshot,
} from '../../server/src/language';
import type { Fixture } from './marks';
import { parseFixture } from './marks';

/** Fixture files lie in this folder. */
export const folder = '/fixture/';

/** The codebooks of a fixture with their data files (any name that ends in `.csv` or `.tsv`) read and bound. */
export function snapshotOf(fixture: string): Snapshot {
  return snapshotOfFiles(parseFixture(fixture));
}

export function snapshotOfFiles({ files }: Fixture): Snapshot {
  const codebooks = files.filter(({ name }) => !isData(name));
  const changes = codebooks.map(({ name, text }): Change => ({ kind: 'set', file: folder + name, text }));
  const snapshot = applyChanges(emptySnapshot([folder]), changes);
  const data = new Map(files.filter(({ name }) => isData(name)).map(({ name, text }) => [folder + name, text]));
  return applyChanges(
    snapshot,
    codebooks.map(
      ({ name }): Change => ({ kind: 'data', file: folder + name, state: dataStateOf(snapshot, folder + name, data) }),
    ),
  );
}

function dataStateOf(snapshot: Snapshot, file: string, data: ReadonlyMap<string, string>): DataState {
  const declared = fileModel(snapshot, file)?.header.data?.file;
  if (declared === undefined) return { kind: 'none' };
  const text = data.get(resolvePath(file, declared.text) ?? '');
  if (text === undefined) return { kind: 'failed', reason: { code: 'missing', message: `${declared.text} is not there` } };
  const { table, failure } = parseTable(new TextEncoder().encode(text), { file: declared.text });
  return table === undefined ? { kind: 'failed', reason: failure } : { kind: 'ready', table };
}

function isData(name: string): boolean {
  return /\.(csv|tsv)$/.test(name);
}
