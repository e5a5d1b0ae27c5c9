import type { Codebook } from '../../model/codebook';
import type { DataTable } from '../../shares';
import type { Writer } from './writer';

/** What statements are written from. */
export interface Source {
  readonly codebook: Codebook;
  readonly table: DataTable;
  /** The name of each column of the data file in SPSS. */
  readonly raw: ReadonlyMap<string, string>;
  readonly writer: Writer;
}
