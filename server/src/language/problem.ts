import type { Place } from './syntax/entry';
import type { TextEdit } from './text/span';

export type Severity = 'error' | 'warning' | 'hint';

/**
 * What a check found. `expected` is a sentence about the rule, `found` a fragment about this place.
 * Nothing may branch on either text; `code` is the interface.
 */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly expected: string;
  readonly found: string;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  readonly tag?: 'unnecessary' | 'deprecated';
}

export interface Related {
  readonly place: Place;
  readonly text: string;
}

/** An edit that cures the problem. `safe` ones never change a number; only they may be run without being looked at. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly PlacedEdit[];
}

/** Replace what stands at `place`. */
export interface PlacedEdit {
  readonly place: Place;
  readonly newText: string;
}

/** An edit of a file, as editors and the command line take it. */
export interface FileEdit {
  readonly file: string;
  readonly edits: readonly TextEdit[];
}
