import type { Codebook, FileModel } from '../model/codebook';
import type { Fix, Related, Severity } from '../problem';
import type { BoundData } from '../shares/bind';
import type { DataState } from '../shares/types';
import type { EntrySection } from '../syntax';
import type { Entry, FileSyntax, Place, Suppression } from '../syntax/entry';
import type { Surroundings } from './surroundings';
import type { Trait } from './traits';

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
  /** The sections whose entries it looks at; every one where it does not say. What is no member of a section is always looked at. */
  readonly looksAt?: readonly EntrySection[];
  /** What an entry must have for there to be anything to find: one of these. */
  readonly where?: readonly Trait[];
  /** What is wrong in one entry, as far as the codebook has to do with it. What it looks up is noticed: it runs again when that changes. */
  readonly run?: (subject: CheckSubject) => Iterable<Finding>;
  /** What is wrong in the file as a whole, or between files. */
  readonly runOnFile?: (subject: CheckSubject) => Iterable<Finding>;
  /** What is wrong with the comments that switch off checks. */
  readonly runOnComments?: (suppressions: readonly SuppressionUse[], codes: readonly string[]) => Iterable<Finding>;
  /** What is told of the findings of all entries, in the order of the file: for what the other entries have a say in. */
  readonly together?: (findings: readonly Finding[], subject: FileSubject) => readonly Finding[];
}

export interface CheckDoc {
  /** Why it matters, for a methodologist; then what to do. */
  readonly why: string;
  /** Codebook text; several files and data files after lines `#- name`. */
  readonly wrong: string;
  readonly right: string;
}

/** What a check looks at: the codebook, its data where they are read, and the entries that it tells about; of a file, those at its top. */
export interface CheckSubject {
  readonly file: string;
  readonly codebook: Codebook;
  readonly entries: readonly Entry[];
  /** What these entries declare. */
  readonly own: FileModel;
  readonly surroundings: Surroundings;
  readonly data: DataState;
  /** The data with the codebook's meaning, where they are ready. */
  readonly bound: BoundData | undefined;
}

/** The file as a whole, and what its neighbours have to do with it. */
export interface FileSubject {
  readonly codebook: Codebook;
  readonly syntax: FileSyntax;
  readonly surroundings: Surroundings;
  /** The codebooks that import the file. */
  readonly importers: readonly Codebook[];
  /** What a check has found in the entries of the file. */
  readonly foundBy: (code: string) => readonly Finding[];
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
  /** Fixes that hang on other parts of the file than the finding does: looked up when they are asked for. */
  readonly fixesIn?: (now: FileNow) => readonly Fix[];
  /** Findings of one cause are told once, at the first place. */
  readonly cause?: string;
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** A file as it is when a fix is asked for. */
export interface FileNow {
  readonly file: string;
  readonly codebook: Codebook;
  readonly syntax: FileSyntax;
  readonly importers: readonly Codebook[];
}
