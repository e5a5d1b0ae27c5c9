import type { FilePlace } from '../../workspace';
import type { ComparisonLine } from '../numbers/comparisons';
import type { RowPreview } from '../numbers/rows';

/** A codebook as its reader sees it, by process stage, in one language: all words are finished. */
export interface CodebookPreview {
  readonly file: string;
  readonly title: string;
  /** Languages the reader may choose: those the codebook declares. */
  readonly languages: readonly string[];
  readonly language: string;
  readonly state: CodebookState;
  /** In process order; entries without a stage come last under an empty id. */
  readonly stages: readonly StagePreview[];
}

/** One line that says what the numbers rest on, and why there are none where there are none. */
export interface CodebookState {
  readonly kind: 'ready' | 'no_data' | 'loading' | 'untrusted' | 'failed' | 'broken';
  readonly text: string;
  /** Of a broken text: where the first error is. */
  readonly firstError?: FilePlace;
}

export interface StagePreview {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly EntryPreview[];
}

export interface EntryPreview {
  readonly kind: 'question' | 'derived' | 'indicator';
  readonly id: string;
  readonly label: string;
  /** The question as asked, or the plain reading of the definition. */
  readonly description: string;
  /** Who is asked and who is in the base, in words. */
  readonly base: string;
  readonly place: FilePlace;
  readonly tables: readonly TablePreview[];
  /** Why there is no table, or what the codebook notes of it. */
  readonly note?: string;
}

/** One chart and the same numbers as a table. */
export interface TablePreview {
  readonly caption: string;
  /** A complete `<svg>` element; `''` where the numbers are best read as a table. */
  readonly svg: string;
  readonly columns: readonly string[];
  readonly rows: readonly RowPreview[];
  /** Differences and tests that the codebook asks for; absent where it asks for none. */
  readonly comparisons?: readonly ComparisonLine[];
  readonly notes: readonly string[];
  /** What keeps the numbers from being taken as they are; absent where nothing does. */
  readonly warnings?: readonly string[];
}
