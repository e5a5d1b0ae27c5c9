import type { ParsedExpression } from '../expression/tree';
import type { Place } from '../syntax/entry';
import type { SyntaxNode } from '../syntax/tree';
import type { Span } from '../text/span';

/**
 * The values declarations are made of, as written and with their places. A name's place lies inside its quotes, so that an edit
 * there keeps them.
 */
export interface Name {
  readonly text: string;
  readonly place: Place;
}

/** A number as written: its decimals are part of what was published. */
export interface NumberText extends Name {
  readonly value: number;
}

/** A text by language tag. A plain string stands for every language, under `''`. */
export interface LocalizedText {
  readonly byLanguage: Readonly<Record<string, Name>>;
  readonly place: Place;
}

/** A part that another room reads further, kept as written. The spans inside `node` are relative to the entry of `place`. */
export interface PlacedNode {
  readonly node: SyntaxNode;
  /** The value, without its key. */
  readonly place: Place;
}

export interface ExpressionText {
  readonly parsed: ParsedExpression;
  readonly place: Place;
  /** From a span of the expression's text to its place in the file. */
  readonly toPlace: (span: Span) => Place;
}

/** `0..`, `1..99`, `..100`: inclusive, open where a bound is absent. */
export interface RangeText extends Name {
  readonly low?: number;
  readonly high?: number;
}

/** `actor`, or `level * size_class`. */
export interface SplitText {
  readonly variables: readonly Name[];
  readonly place: Place;
}

export interface SourceText {
  readonly title?: string;
  readonly page?: string;
  readonly place: Place;
}

/** `responses` is for multiple response alone: the share of all ticks. */
export type BaseName = 'asked' | 'answered' | 'substantive' | 'responses';

export interface BaseText extends Name {
  readonly base?: BaseName;
}
