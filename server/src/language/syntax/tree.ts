import type { Span } from '../text/span';

/**
 * The tolerant tree of one entry. Spans are relative to the entry's start, so nothing below an edit moves.
 * A scalar's `text` is what it says, read from the source (never from a parsed value): `01`, `1e3` and twenty-digit
 * codes stay as written; quoted texts are unescaped, block texts unfolded.
 */
export type SyntaxNode = ScalarNode | MapNode | ListNode | EmptyNode;

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly text: string;
  readonly style: ScalarStyle;
  /**
   * For texts that are not a plain slice of the source (escapes, several lines): the source offset, relative to the
   * entry, of each UTF-16 unit of `text`, and of its end. Absent where `text` stands in the source as it is.
   */
  readonly offsets?: readonly number[];
}

export interface MapNode {
  readonly kind: 'map';
  readonly span: Span;
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly key: ScalarNode;
  readonly value: SyntaxNode;
  /** From the key's start to the value's end. */
  readonly span: Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly span: Span;
  readonly flow: boolean;
  readonly items: readonly SyntaxNode[];
}

/** Where a value could stand and none does. Its span is empty and lies where the value would be typed. */
export interface EmptyNode {
  readonly kind: 'empty';
  readonly span: Span;
}
