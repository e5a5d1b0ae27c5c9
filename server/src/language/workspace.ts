import type { Codebook } from './model/codebook';
import type { Problem } from './problem';
import type { DataState } from './shares/types';
import type { Entry, FileSyntax, Place } from './syntax/entry';
import type { Span, TextEdit } from './text/span';

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
}

export type Change =
  | { readonly kind: 'set'; readonly file: string; readonly text: string }
  | { readonly kind: 'edit'; readonly file: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'remove'; readonly file: string }
  | { readonly kind: 'data'; readonly file: string; readonly state: DataState };

export interface FilePlace {
  readonly file: string;
  readonly span: Span;
}

/** To be built: signatures every room above may rely on. */
export interface Workspace {
  readonly emptySnapshot: (roots: readonly string[]) => Snapshot;
  readonly applyChanges: (snapshot: Snapshot, changes: readonly Change[]) => Snapshot;
  readonly codebookOf: (snapshot: Snapshot, file: string) => Codebook | undefined;
  readonly problemsOf: (snapshot: Snapshot, file: string) => readonly Problem[];
  /** Where an entry stands now. */
  readonly locate: (snapshot: Snapshot, place: Place) => FilePlace | undefined;
  readonly fileOf: (snapshot: Snapshot, entry: Entry) => string | undefined;
}
