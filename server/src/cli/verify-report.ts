import type { DataTable, EngineName, SubjectAgreement } from '../language';

/** What the engines said of one codebook. */
export interface CodebookReport {
  readonly file: string;
  readonly table: DataTable;
  readonly engines: readonly EngineReport[];
}

export type EngineReport =
  /** `engine`: with its version, in its own words. */
  | { readonly kind: 'ran'; readonly name: EngineName; readonly engine: string; readonly subjects: readonly SubjectAgreement[] }
  | { readonly kind: 'absent'; readonly name: EngineName }
  | { readonly kind: 'failed'; readonly name: EngineName; readonly reason: string };
