import type { Span } from '../text/span';

export type StructureCode = 'unknown-key' | 'missing-key' | 'wrong-type' | 'unknown-value' | 'illegal-id' | 'reserved-id';

/** What is wrong with an entry's form: its keys, the kind of its values, its ids. Names are not looked up. */
export interface StructureProblem {
  readonly code: StructureCode;
  /** Relative to the entry. */
  readonly span: Span;
  /** A sentence about the rule. */
  readonly expected: string;
  /** A fragment about this place. */
  readonly found: string;
  /** What was probably meant, nearest first: keys, values, or one legal id. A fix puts it in place of the span. */
  readonly similar: readonly string[];
}
