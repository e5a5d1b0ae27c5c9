import { assembleCodebook } from './model/assemble';
import type { Codebook, FileModel } from './model/codebook';
import { modelOf } from './model/file-model';
import type { BoundData } from './shares/bind';
import { bindData } from './shares/bind';
import type { DataState } from './shares/types';
import { editFile, isAtHome, positionAt, readFile, startIn } from './syntax';
import type { Entry, FileSyntax, Place } from './syntax/entry';
import type { Position } from './text/lines';
import type { Span, TextEdit } from './text/span';
import { shift } from './text/span';

/**
 * Everything the language knows about a set of files at one moment. Immutable: `applyChanges` gives the next one and
 * keeps whatever an edit does not touch.
 */
export interface Snapshot {
  /** Files are named by URI or by any absolute path with `/`; relative imports are resolved against them. */
  readonly files: ReadonlyMap<string, FileSyntax>;
  /** State of the data of each codebook file that names data. */
  readonly data: ReadonlyMap<string, DataState>;
  /** Folders that imports and data may not leave; `[]` means no limit. */
  readonly roots: readonly string[];
  /** The codebook that each file was last asked for, in this snapshot or another of its line: so that the next one need not start anew. */
  readonly assembled: Map<string, Assembled>;
}

export type Change =
  | { readonly kind: 'set'; readonly file: string; readonly text: string }
  /** A file that is not there is empty before the edit. */
  | { readonly kind: 'edit'; readonly file: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'remove'; readonly file: string }
  | { readonly kind: 'data'; readonly file: string; readonly state: DataState };

export interface FilePlace {
  readonly file: string;
  readonly span: Span;
}

export function emptySnapshot(roots: readonly string[]): Snapshot {
  return { files: new Map(), data: new Map(), roots, assembled: new Map() };
}

/** The snapshot after the changes, in their order. Entries whose text they do not touch stay the same objects. */
export function applyChanges(snapshot: Snapshot, changes: readonly Change[]): Snapshot {
  const files = new Map(snapshot.files);
  const data = new Map(snapshot.data);
  for (const change of changes) applyChange(files, data, change);
  return { ...snapshot, files, data };
}

function applyChange(files: Map<string, FileSyntax>, data: Map<string, DataState>, change: Change): void {
  const { file } = change;
  const previous = files.get(file);
  switch (change.kind) {
    case 'set':
      files.set(file, readFile(change.text, previous));
      return;
    case 'edit':
      files.set(file, editFile(previous ?? readFile(''), change.edits));
      return;
    case 'remove':
      files.delete(file);
      data.delete(file);
      return;
    case 'data':
      data.set(file, change.state);
      return;
  }
}

/** The codebook files, in the order they were first set. */
export function codebookFiles(snapshot: Snapshot): readonly string[] {
  return [...snapshot.files.keys()];
}

/** What one file declares. It stays the same object until the file is edited. */
export function fileModel(snapshot: Snapshot, file: string): FileModel | undefined {
  const syntax = snapshot.files.get(file);
  return syntax === undefined ? undefined : modelOf(file, syntax);
}

/** A codebook with the texts it was made from, and with those it looked for in vain. */
interface Assembled {
  readonly codebook: Codebook;
  readonly roots: readonly string[];
  readonly looked: ReadonlyMap<string, FileSyntax | undefined>;
}

/** A file with all it imports. The same object until one of its files is edited, appears or goes. */
export function codebookOf(snapshot: Snapshot, file: string): Codebook | undefined {
  const { files, roots, assembled } = snapshot;
  if (!files.has(file)) return undefined;
  const known = assembled.get(file);
  if (known !== undefined && isCurrent(known, snapshot)) return known.codebook;
  const looked = new Map<string, FileSyntax | undefined>();
  const look = (name: string) => {
    const syntax = files.get(name);
    looked.set(name, syntax);
    return syntax;
  };
  const codebook = assembleCodebook(file, look, roots, known?.codebook);
  assembled.set(file, { codebook, roots, looked });
  return codebook;
}

function isCurrent({ roots, looked }: Assembled, snapshot: Snapshot): boolean {
  if (roots.length !== snapshot.roots.length || roots.some((root, at) => root !== snapshot.roots[at])) return false;
  for (const [name, syntax] of looked) if (snapshot.files.get(name) !== syntax) return false;
  return true;
}

/** The codebooks that contain a file's declarations by import, directly or not. */
export function importersOf(snapshot: Snapshot, file: string): readonly Codebook[] {
  return codebookFiles(snapshot).flatMap((name) => {
    const codebook = name === file ? undefined : codebookOf(snapshot, name);
    return codebook?.files.includes(file) ? [codebook] : [];
  });
}

/** A file's data with its codebook's meaning; `undefined` until they are read. */
export function boundDataOf(snapshot: Snapshot, file: string): BoundData | undefined {
  const state = snapshot.data.get(file);
  const codebook = codebookOf(snapshot, file);
  if (state?.kind !== 'ready' || codebook === undefined) return undefined;
  return bindData(codebook, state.table);
}

/** Where an entry starts in a file; `undefined` for one that is not in it. */
export { startIn };

/** Where a place stands now; `undefined` once its entry was edited away. */
export function locate(snapshot: Snapshot, { entry, span }: Place): FilePlace | undefined {
  const file = fileWith(snapshot, entry);
  return file === undefined ? undefined : { file: file.name, span: shift(span, file.start) };
}

function fileWith({ files }: Snapshot, entry: Entry): { readonly name: string; readonly start: number } | undefined {
  // Nearly always the entry's chunk says which file holds it.
  for (const isTold of [true, false]) {
    for (const [name, syntax] of files) {
      const start = !isTold || isAtHome(syntax, entry) ? startIn(syntax, entry) : undefined;
      if (start !== undefined) return { name, start };
    }
  }
  return undefined;
}

/** Line and column of an offset in a file; the top of one that the snapshot does not hold. */
export function positionIn(snapshot: Snapshot, file: string, offset: number): Position {
  const syntax = snapshot.files.get(file);
  return syntax === undefined ? { line: 0, character: 0 } : positionAt(syntax, offset);
}
