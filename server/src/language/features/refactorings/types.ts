import type { ExplainLanguage } from '../../expression';
import type { Codebook } from '../../model/codebook';
import type { FileEdit } from '../../problem';
import type { Entry, FileSyntax } from '../../syntax/entry';
import type { Span } from '../../text/span';
import type { Snapshot } from '../../workspace';

/** A change of form that keeps what every entry means. */
export interface Refactoring {
  readonly kind: 'extract' | 'inline' | 'rewrite';
  readonly title: string;
  readonly edits: readonly FileEdit[];
}

/** What is selected, and all that a refactoring may ask about it. */
export interface Selected {
  readonly snapshot: Snapshot;
  readonly file: string;
  readonly syntax: FileSyntax;
  readonly codebook: Codebook;
  /** The entry in which the selection starts, and where it starts in the file. */
  readonly entry: Entry;
  readonly start: number;
  /** In offsets of the entry; the end may lie behind it. */
  readonly span: Span;
  readonly language: ExplainLanguage;
}

export type Refactor = (selected: Selected) => readonly Refactoring[];
