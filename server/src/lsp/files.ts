import { type DidChangeWatchedFilesParams, FileChangeType, type WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { missingImports } from '../files';
import { importersOf, isInside, type Snapshot } from '../language';
import { inBackground } from './guard';
import { isCodebook, nameOfUri } from './names';
import type { Session } from './session';

/** Reads every codebook of the workspace once. What is open meanwhile stays as the editor has it. */
export async function readWorkspace(session: Session): Promise<void> {
  const { roots } = session.snapshot();
  const found = await session.disk.find(roots.filter(session.disk.holds));
  await loadBeside(session, found);
  await readImports(session);
}

async function loadBeside(session: Session, files: readonly string[]): Promise<void> {
  const known = session.snapshot();
  const wanted = files.filter((file) => !known.files.has(file));
  if (wanted.length === 0) return;
  const loaded = await session.disk.load({ ...known, data: new Map() }, wanted);
  session.replace((now) => ({ ...now, files: new Map([...loaded.files, ...now.files]) }));
}

/** Reads imported files that the snapshot does not hold. */
async function readImports(session: Session): Promise<void> {
  await loadBeside(session, missingImports(session.snapshot()).filter(session.disk.holds));
}

/** Reads imports as edits name them. A file that is not there is looked for once, until something tells that it has come. */
export function followImports(session: Session): { readonly lookAgain: () => void } {
  const tried = new Set<string>();
  session.onChanged(() => {
    const wanted = missingImports(session.snapshot()).filter((file) => session.disk.holds(file) && !tried.has(file));
    for (const file of wanted) tried.add(file);
    if (wanted.length > 0) inBackground(session, 'import', () => loadBeside(session, wanted));
  });
  return { lookAgain: () => tried.clear() };
}

/** Takes a file as it is on disk now, unless the editor has it open; one that is gone, or is of no interest, is let go. */
export async function rereadFile(session: Session, file: string): Promise<void> {
  const { disk } = session;
  const text = disk.holds(file) && isWanted(session.snapshot(), file) ? await disk.text(file) : undefined;
  if (session.open.has(file)) return;
  session.change([text === undefined ? { kind: 'remove', file } : { kind: 'set', file, text }]);
}

/** In a folder of the workspace, or imported by another file. */
function isWanted(snapshot: Snapshot, file: string): boolean {
  return (snapshot.roots.length > 0 && isInside(file, snapshot.roots)) || importersOf(snapshot, file).length > 0;
}

export interface FileEvents {
  readonly codebooks: readonly { readonly file: string; readonly isGone: boolean }[];
  /** Files that hold data, which may have come, changed or gone. */
  readonly others: readonly string[];
}

export function fileEvents({ changes }: DidChangeWatchedFilesParams): FileEvents {
  const named = changes.map(({ uri, type }) => ({ file: nameOfUri(uri), isGone: type === FileChangeType.Deleted }));
  return {
    codebooks: named.filter(({ file }) => isCodebook(file)),
    others: named.filter(({ file }) => !isCodebook(file)).map(({ file }) => file),
  };
}

/** The events of one notification in their order, one after the other. */
export async function takeFileEvents(session: Session, { codebooks }: FileEvents): Promise<void> {
  for (const { file, isGone } of codebooks) {
    if (isGone && !session.open.has(file)) session.change([{ kind: 'remove', file }]);
    else if (!isGone) await rereadFile(session, file);
  }
}

/** New folders are read; files of folders that are gone are let go. */
export async function changeFolders(session: Session, { added, removed }: WorkspaceFoldersChangeEvent): Promise<void> {
  const gone = removed.map(({ uri }) => nameOfUri(uri));
  const roots = [...session.snapshot().roots.filter((root) => !gone.includes(root)), ...added.map(({ uri }) => nameOfUri(uri))];
  const isGone = (file: string) => isInside(file, gone) && gone.length > 0 && !session.open.has(file);
  session.replace((now) => ({
    ...now,
    roots,
    files: new Map([...now.files].filter(([file]) => !isGone(file))),
    data: new Map([...now.data].filter(([file]) => !isGone(file))),
  }));
  await readWorkspace(session);
}
