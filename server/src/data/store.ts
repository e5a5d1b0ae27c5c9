import type { DataTable } from '../language';
import type { TableOptions } from './options';

/** Where tables are kept from one run to the next, so that a large file is read only once. */
export interface TableStore {
  /** Smaller files are read sooner than a kept table is found, in bytes. */
  readonly least: number;
  /**
   * The table of a file as it was read before. `digest` tells what stands in it, and is asked for where a table of a file of this
   * size is kept that is not known to be this one. Never rejects: what can't be used is as if it were not there.
   */
  readonly find: (wanted: WantedTable, digest: () => Promise<string>) => Promise<StoredTable | undefined>;
  /** Never rejects. */
  readonly keep: (wanted: WantedTable, stored: StoredTable) => Promise<void>;
}

export interface WantedTable {
  /** As the source names it. */
  readonly file: string;
  readonly size: number;
  /** In milliseconds since 1970. */
  readonly modified: number;
  readonly options: TableOptions;
}

export interface StoredTable {
  /** The digest of the file that it was read from. */
  readonly hash: string;
  readonly table: DataTable;
}
