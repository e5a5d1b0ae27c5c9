import type { ExplainLanguage } from '../../expression';
import type { Codebook } from '../../model/codebook';
import type { Cursor } from '../../syntax/cursor-spot';
import type { TextEdit } from '../../text/span';
import type { Snapshot } from '../../workspace';

/** One thing that may stand at the cursor, and the edit that puts it there. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label: what a code is called, what a key is. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  readonly edit: TextEdit;
  /** Where the caret goes, as an offset in the edit's new text; its end where absent. */
  readonly caret?: number;
  /** The text that typing is compared with. */
  readonly filter: string;
}

export type CompletionKind =
  | 'key'
  | 'required_key'
  | 'value'
  | 'variable'
  | 'item'
  | 'category'
  | 'scale'
  | 'stage'
  | 'frame'
  | 'indicator'
  | 'language'
  | 'column'
  | 'file'
  | 'function'
  | 'keyword';

/** What a list of completions is made for. */
export interface CompletionPlace {
  readonly snapshot: Snapshot;
  readonly file: string;
  readonly codebook: Codebook;
  readonly cursor: Cursor;
  readonly offset: number;
  /** Of descriptions and labels. */
  readonly language: ExplainLanguage;
}
