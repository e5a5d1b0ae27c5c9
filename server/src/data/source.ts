import type { TableStore } from './store';

/** What data files are read through, wherever they are. */
export interface DataSource {
  /** What stands under this name. Never rejects. */
  readonly stat: (file: string) => Promise<FileState>;
  /** All bytes of a file. Rejects where it can't be read. */
  readonly bytes: (file: string, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;
  /** How parts of a file are read; `undefined` where there is only the whole of it. */
  readonly partsOf?: (file: string) => ReadPart | undefined;
  /** Where the tables of this file are kept from one run to the next, if they are. */
  readonly tables?: (file: string) => TableStore | undefined;
}

/** The bytes from one offset up to another. Rejects where the file can't be read that far. */
export type ReadPart = (from: number, to: number, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

export type FileState =
  /** Its size in bytes, and the time of the last change in milliseconds since 1970, or 0 where the file system knows none. */
  | { readonly kind: 'file'; readonly size: number; readonly modified: number }
  | { readonly kind: 'folder' | 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string };
