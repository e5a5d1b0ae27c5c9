import type { Span } from '../text/span';

/**
 * The tree of an expression as it is written. Spans are relative to the expression's text.
 * Parsing never fails: where something is missing stands a `hole`.
 */
export type Expression =
  | NumberLiteral
  | TextLiteral
  | YesNoLiteral
  | NameExpression
  | UnaryExpression
  | BinaryExpression
  | MembershipExpression
  | CallExpression
  | Hole;

export interface NumberLiteral {
  readonly kind: 'number';
  readonly value: number;
  /** As written, decimals and all. */
  readonly text: string;
  readonly span: Span;
}

/** Text in single quotes; beside a date it is a date. */
export interface TextLiteral {
  readonly kind: 'text';
  readonly value: string;
  /** Double quotes are understood, and reported where they are not the lesser evil. */
  readonly quotes: 'single' | 'double';
  readonly span: Span;
}

export interface YesNoLiteral {
  readonly kind: 'yes_no';
  readonly value: boolean;
  readonly span: Span;
}

/** `activities`, `activities.ideas`, or a category opposite a category-valued name. */
export interface NameExpression {
  readonly kind: 'name';
  readonly name: string;
  readonly nameSpan: Span;
  /** Its name is `''` where nothing follows the dot. */
  readonly item?: { readonly name: string; readonly span: Span };
  readonly span: Span;
}

export interface UnaryExpression {
  readonly kind: 'unary';
  readonly operator: 'not' | '-';
  readonly operand: Expression;
  readonly span: Span;
}

export type BinaryOperator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/';

export interface BinaryExpression {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}

/** `region in (north, south)`, `region not in (north)` */
export interface MembershipExpression {
  readonly kind: 'membership';
  readonly negated: boolean;
  readonly operand: Expression;
  readonly options: readonly Expression[];
  readonly span: Span;
}

export type FunctionName = 'count' | 'any' | 'all' | 'sum' | 'mean' | 'score' | 'asked' | 'answered' | 'substantive' | 'kind';

export interface CallExpression {
  readonly kind: 'call';
  /** As written; it may be no function at all. */
  readonly function: string;
  readonly functionSpan: Span;
  readonly arguments: readonly Expression[];
  /** Whether its closing parenthesis is there. */
  readonly closed: boolean;
  readonly span: Span;
}

/** Where something is missing. `parts` are what stands there but can't be joined, `[]` for nothing. */
export interface Hole {
  readonly kind: 'hole';
  readonly parts: readonly Expression[];
  readonly span: Span;
}

export interface ParsedExpression {
  readonly text: string;
  readonly tree: Expression;
  readonly problems: readonly ExpressionProblem[];
}

export type ExpressionProblemCode =
  | 'expression-syntax'
  | 'unknown-name'
  | 'unknown-item'
  | 'unknown-category'
  | 'unknown-function'
  | 'ambiguous-name'
  | 'type-mismatch'
  | 'order-needed'
  | 'sentinel-in-arithmetic'
  | 'scores-missing'
  | 'function-out-of-place'
  | 'vector-out-of-place';

export interface ExpressionProblem {
  readonly code: ExpressionProblemCode;
  readonly span: Span;
  /** A sentence about the rule. */
  readonly expected: string;
  /** A fragment about this place. */
  readonly found: string;
  /** Names that were probably meant, nearest first. A fix puts one in place of `span`. */
  readonly similar: readonly string[];
}
