import type { Codebook } from '../model/codebook';
import type { Fix, Related, Severity } from '../problem';
import type { BoundData } from '../shares/bind';
import type { DataState } from '../shares/types';
import type { FileSyntax, Place, Suppression } from '../syntax/entry';

/**
 * One check: its code, how grave it is, what it is for, and how it looks. The documentation is executed: `wrong` must
 * report exactly this code once, `right` nothing at all.
 */
export interface Check {
  /** Stable kebab-case words: an interface, never renamed. */
  readonly code: string;
  readonly severity: Severity;
  /** A few words for tables: "Duplicate id". */
  readonly title: string;
  readonly doc: CheckDoc;
  /** Without the data it finds nothing, so a comment that switches it off can't be called unused. */
  readonly needsData?: true;
  readonly run: (subject: CheckSubject) => Iterable<Finding>;
}

export interface CheckDoc {
  /** Why it matters, for a methodologist; then what to do. */
  readonly why: string;
  /** Codebook text; several files and data files after lines `#- name`. */
  readonly wrong: string;
  readonly right: string;
}

/** What a check looks at: one file, the codebook it is, and its data where they are read. Findings lie in this file alone. */
export interface CheckSubject {
  readonly file: string;
  readonly syntax: FileSyntax;
  readonly codebook: Codebook;
  /** Everything files import from each other, to tell an unused declaration from one that another file uses. */
  readonly importers: readonly Codebook[];
  /** The files it imports and those that import it: what they declare or use can't be told while their text is broken. */
  readonly neighbours: readonly FileSyntax[];
  readonly data: DataState;
  /** The data with the codebook's meaning, where they are ready. */
  readonly bound: BoundData | undefined;
  /** For the checks of the suppression comments themselves, which run last; empty for all others. */
  readonly suppressions: readonly SuppressionUse[];
  /** The codes of all checks. */
  readonly codes: readonly string[];
}

export interface SuppressionUse {
  readonly suppression: Suppression;
  /** `unknown`: its check needs data that are not there. */
  readonly used: 'yes' | 'no' | 'unknown';
}

export interface Finding {
  readonly place: Place;
  readonly expected: string;
  readonly found: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  readonly tag?: 'unnecessary' | 'deprecated';
}
