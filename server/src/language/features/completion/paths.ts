import { cursorAt } from '../../syntax';
import { fileModel, type Snapshot } from '../../workspace';
import { writeScalar } from './edit';
import type { Pool } from './pools';
import type { CompletionPlace } from './types';

/** Files by the path that leads to them: the codebooks that may be imported, or the files that may hold the data. */
export function filePool(place: CompletionPlace): Pool {
  const { file, cursor, dataFiles } = place;
  const files = cursor.path[0] === 'import' ? importable(place) : dataFiles;
  const paths = files.flatMap((other) => (other === file ? [] : (relativePath(file, other) ?? [])));
  const ids = cursor.path[0] === 'import' ? paths : paths.map((path) => path.replace(/^\.\//, ''));
  return {
    ids,
    labelOf: () => '',
    complete: (id) => ({ label: id, kind: 'file', detail: '', documentation: '', edit: writeScalar(place, id), filter: id }),
  };
}

/** A codebook with data stands for itself, and so does one that imports this one. */
function importable({ snapshot, codebook }: CompletionPlace): readonly string[] {
  const imported = new Set(codebook.imports.map(({ file }) => file));
  return [...snapshot.files.keys()].filter(
    (other) => !imported.has(other) && fileModel(snapshot, other)?.header.data === undefined,
  );
}

/** Whether the cursor stands where the file of the data is named, so that the names of files are needed. */
export function namesDataFile(snapshot: Snapshot, file: string, offset: number): boolean {
  const syntax = snapshot.files.get(file);
  if (syntax === undefined) return false;
  const { path, spot } = cursorAt(syntax, offset);
  return path.length === 2 && path[0] === 'data' && path[1] === 'file' && (spot === 'value' || spot === 'new-value');
}

/** The path from one file to another as an import writes it; `undefined` where they share no root. */
export function relativePath(from: string, to: string): string | undefined {
  const [own, other] = [from.split('/'), to.split('/')];
  const folder = own.slice(0, -1);
  let common = 0;
  while (common < folder.length && common < other.length - 1 && folder[common] === other[common]) common++;
  const onOtherDrive = /^[a-z](?:%3A|:)$/i.test(own[common] ?? '');
  if (common === 0 || onOtherDrive || (from.includes('://') && common < 3)) return undefined;
  const up = folder.slice(common).map(() => '..');
  const down = other.slice(common).map(decoded);
  return [...(up.length === 0 ? ['.'] : up), ...down].join('/');
}

/** A step of a path as people read it. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A path with a lone `%` is no URI and stands as it is.
    return segment;
  }
}
