import type { Span } from '../text/span';
import type { MapNode } from './tree';

/**
 * A piece of a file that is parsed by itself: one question, one scale, one indicator, or one top-level key that holds no
 * entries. Entries are found by indentation, without parsing. An entry whose text an edit does not touch stays the same
 * object, so that everything known about it can be kept in a `WeakMap`.
 */
export interface Entry {
  readonly text: string;
  /** The number of line ends in it. */
  readonly lineEnds: number;
  /**
   * The top-level key it stands under (`questions`, also where that is misspelt), its own key where it is one (`languages`),
   * `---` for what follows the end of the document, which is not read, `''` for a whole file.
   */
  readonly section: string;
  /**
   * `member`: one entry of a section, `root` has one pair (id and body) — or none where the text is broken.
   * `head`: the line of a section's key alone (`questions:`), or a top-level key with its whole value, or comments; with an
   * `indent`, a line in the first column that leaves the section open in which it stands.
   * `whole`: a file that cannot be split; `root` is its top-level map.
   */
  readonly role: EntryRole;
  /** The column its key should stand in: where the section's first entry stands, 0 at the top. */
  readonly indent: number;
  readonly root: MapNode;
  readonly problems: readonly SyntaxProblem[];
  /** Every comment in the entry, from `#` to the end of its line. */
  readonly comments: readonly Span[];
}

export type EntryRole = 'head' | 'member' | 'whole';

/** What reading the text of an entry gives. */
export interface Parsed {
  readonly root: MapNode;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Span[];
}

export interface PlacedEntry {
  readonly entry: Entry;
  /** Offset of the entry in its file. */
  readonly start: number;
}

/** A place in a file, said so that it stays true while text above the entry changes. */
export interface Place {
  readonly entry: Entry;
  readonly span: Span;
}

export type SyntaxProblemCode =
  /** Everything that is none of the others; at most one of the parser's own complaints for each entry. */
  | 'yaml-syntax'
  | 'tab-indentation'
  /**
   * A doubt: a comment right behind a plain value whose `#` has no space after it (`Question #3`), or one that takes the
   * closing bracket with it.
   */
  | 'comment-cuts-text'
  | 'anchor-or-alias'
  | 'yaml-tag'
  | 'several-documents'
  /** Within one map of one entry; sections that stand twice are found by `duplicateSections`. */
  | 'duplicate-key'
  | 'half-typed-key'
  | 'open-quote'
  | 'colon-in-text'
  /** A doubt where a name is continued by one word; certain where that word has a colon. */
  | 'accidental-continuation';

export interface SyntaxProblem {
  readonly code: SyntaxProblemCode;
  readonly span: Span;
  /** What stands there, as a fragment: "`&yes` is an anchor". */
  readonly found: string;
  /** Where the same key stood first, for `duplicate-key`. */
  readonly first?: Span;
}

/**
 * A file as entries: at least one. Together, in order, their texts are the file's text. An entry ends where a line ends, but
 * for the last one.
 */
export interface FileSyntax {
  readonly chunks: readonly Chunk[];
  /** The whole text, put together when it is first asked for: a request about one place must not ask. */
  readonly text: string;
  /** Every entry with its place, listed when first asked for: the same holds. */
  readonly entries: readonly PlacedEntry[];
}

/**
 * Some entries of a file that follow each other. A chunk never changes: what is known about it can be kept in a `WeakMap`, and
 * an edit leaves all but the chunks it touches the same objects.
 */
export interface Chunk {
  readonly entries: readonly Entry[];
  /** The offset in the chunk at which each entry starts. */
  readonly starts: readonly number[];
  /** The number of line ends in the chunk above each entry. */
  readonly lines: readonly number[];
  /** In UTF-16 units. */
  readonly length: number;
  readonly lineEnds: number;
}

/** `# codebook-ignore small-base: census of 14 regions` */
export interface Suppression {
  readonly place: Place;
  readonly code: string;
  readonly codeSpan: Span;
  readonly reason: string;
  /** The line (of the file) whose problems it switches off: its own where it follows text, else the next line with text. */
  readonly line: number;
}
