import { parseTable } from '../../server/src/data';
import {
  applyChanges,
  type Change,
  type DataFailure,
  type DataState,
  emptySnapshot,
  fileModel,
  isInside,
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
  const path = resolvePath(file, declared.text) ?? '';
  if (!isInside(path, [folder])) return failed('outside', `${declared.text} lies outside the workspace`);
  const text = data.get(path);
  if (text === undefined) return failed('missing', `${declared.text} is not there: check the path in \`data.file\`.`);
  const { table, failure } = parseTable(new TextEncoder().encode(text), { file: declared.text });
  return table === undefined ? { kind: 'failed', reason: failure } : { kind: 'ready', table };
}

function failed(code: DataFailure['code'], message: string): DataState {
  return { kind: 'failed', reason: { code, message } };
}

function isData(name: string): boolean {
  return /\.(csv|tsv)$/.test(name);
}
