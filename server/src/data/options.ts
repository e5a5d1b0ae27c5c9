import type { DataFailure, DataTable } from '../language';

export interface TableOptions {
  /** The file as messages name it. */
  readonly file: string;
  /** What is not stated is detected. */
  readonly delimiter?: string;
  readonly decimal?: '.' | ',';
  readonly encoding?: string;
}

/** A table, or one plain sentence about why there is none. */
export type TableResult =
  | { readonly table: DataTable; readonly failure?: undefined }
  | { readonly table?: undefined; readonly failure: DataFailure };

/** What reading in slices needs: `pause` is awaited between them and may throw to cancel; `progress` gets the share done, 0 to 1. */
export interface Slices {
  readonly pause: () => Promise<void>;
  readonly progress: (done: number) => void;
}
