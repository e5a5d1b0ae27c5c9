import type { ExplainLanguage } from '../../expression';
import type { Codebook } from '../../model/codebook';
import type { Cursor } from '../../syntax/cursor-spot';
import type { Span, TextEdit } from '../../text/span';
import type { Snapshot } from '../../workspace';

/** What may stand at a cursor. */
export interface Completions {
  /** Best first, at most a few hundred. */
  readonly items: readonly Completion[];
  /** Whether there are more than are listed: what fits is found by typing on and asking again. */
  readonly isCut: boolean;
}

/** One thing that may stand at the cursor, and the edit that puts it there. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label: what a code is called, what a key is. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  readonly edit: TextEdit;
  /**
   * Where something is to be filled in, as spans of the edit's new text in the order of visiting; what a span covers is a
   * suggestion. The caret ends at the last one, or at the end of the text where there is none.
   */
  readonly stops?: readonly Span[];
  /** Edits elsewhere in the file that it needs: the scale it names. They touch no line of `edit`. */
  readonly others?: readonly TextEdit[];
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
  | 'code'
  | 'file'
  | 'function'
  | 'keyword'
  | 'check'
  /** A whole entry, with places to fill in. */
  | 'entry';

/** What a list of completions is made for. */
export interface CompletionPlace {
  readonly snapshot: Snapshot;
  readonly file: string;
  readonly codebook: Codebook;
  readonly cursor: Cursor;
  readonly offset: number;
  /** Of descriptions and labels. */
  readonly language: ExplainLanguage;
  /** Data files that could be named, named as files of the snapshot are. */
  readonly dataFiles: readonly string[];
}
