import type { Span } from '../text/span';
import type { BinaryOperator, ExpressionProblem } from './tree';
import type { Category, CategoryGroup, ExpressionType, ResponseScale } from './types';
import type { BaseLevel, MissingKind, Value } from './value';

/**
 * An expression with its names resolved and its types known: what is evaluated, explained and compiled. Plain data. A node
 * whose type is a vector is meant item by item; single values in it are repeated.
 */
export type TypedExpression =
  | Constant
  | Reading
  | Negation
  | Minus
  | Logic
  | Comparison
  | OneOf
  | Arithmetic
  | Score
  | LevelTest
  | KindTest
  | Aggregate
  | Unresolved;

interface Node {
  readonly span: Span;
  readonly type: ExpressionType;
}

/** A literal, or a category opposite a category-valued name (its id). */
export interface Constant extends Node {
  readonly kind: 'constant';
  readonly value: number | string | boolean;
}

/** The value of a question, an item of it, or a derived variable. With a vector type: of each item in turn. */
export interface Reading extends Node {
  readonly kind: 'reading';
  readonly variable: string;
  readonly item?: string;
}

export interface Negation extends Node {
  readonly kind: 'not';
  readonly operand: TypedExpression;
}

export interface Minus extends Node {
  readonly kind: 'minus';
  readonly operand: TypedExpression;
}

/**
 * Where two operands meet. `mixes`: both name something and not just one and the same question or item, so that a value
 * they leave open is `undetermined` instead of keeping its kind.
 */
interface Meeting extends Node {
  readonly left: TypedExpression;
  readonly right: TypedExpression;
  readonly mixes: boolean;
}

export interface Logic extends Meeting {
  readonly kind: 'logic';
  readonly operator: 'and' | 'or';
}

export type ComparisonOperator = Extract<BinaryOperator, '=' | '!=' | '<' | '<=' | '>' | '>='>;

export interface Comparison extends Meeting {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  /** Ids of the categories, least first, for an ordered comparison on a scale: the order of meaning, not of codes. */
  readonly ranking?: readonly string[];
}

/** Membership in a list of constants: `in (…)`, and `= group`, whose members are listed. */
export interface OneOf extends Node {
  readonly kind: 'one_of';
  readonly operand: TypedExpression;
  readonly negated: boolean;
  /** What is written, in its order. */
  readonly options: readonly Option[];
  /** What that comes to: category ids, numbers, texts or booleans, each once. */
  readonly values: readonly (number | string | boolean)[];
}

export type Option =
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'group'; readonly group: CategoryGroup }
  | { readonly kind: 'value'; readonly value: number | string | boolean };

export interface Arithmetic extends Meeting {
  readonly kind: 'arithmetic';
  readonly operator: '+' | '-' | '*' | '/';
}

/** The score of a category; of an item that is turned round, lowest + highest − score. */
export interface Score extends Node {
  readonly kind: 'score';
  readonly operand: Reading;
  readonly scores: readonly { readonly category: string; readonly score: number }[];
  readonly reversed: readonly string[];
}

/** `asked(q)`, `answered(q)`, `substantive(q)`: never missing. */
export interface LevelTest extends Node {
  readonly kind: 'level';
  readonly level: BaseLevel;
  readonly operand: TypedExpression;
}

/** `kind(q) = dont_know`: never missing. `kinds` are joined by or. */
export interface KindTest extends Node {
  readonly kind: 'kind';
  readonly operand: TypedExpression;
  readonly kinds: readonly MissingKind[];
  readonly negated: boolean;
}

export type AggregateName = 'count' | 'any' | 'all' | 'sum' | 'mean';

export interface Aggregate extends Node {
  readonly kind: 'aggregate';
  readonly function: AggregateName;
  readonly parts: readonly TypedExpression[];
  /** How many values it goes over: items of vectors, and single values. */
  readonly items: number;
}

/** What could not be understood; it agrees with everything and its value is missing, `invalid`. */
export interface Unresolved extends Node {
  readonly kind: 'unresolved';
}

/** What an expression must come to. `value`: a condition or a number, as `value` of a derived variable. */
export type Expected = 'condition' | 'number' | 'value' | 'any';

export interface CheckedExpression {
  readonly typed: TypedExpression;
  readonly type: ExpressionType;
  /** What is wrong, in the order of the text. Problems of the parser are not repeated. */
  readonly problems: readonly ExpressionProblem[];
  /** Each use of a name, in the order of the text: for definition, references, rename, hover and colours. */
  readonly uses: readonly NameUse[];
}

export interface NameUse {
  readonly span: Span;
  readonly name: string;
  readonly meaning: NameMeaning;
}

export type NameMeaning =
  | { readonly kind: 'variable' }
  | { readonly kind: 'item'; readonly variable: string }
  /** `opposite` is the variable on whose scale the category or group stands. */
  | { readonly kind: 'category'; readonly scale: ResponseScale; readonly opposite: string }
  | { readonly kind: 'group'; readonly scale: ResponseScale; readonly opposite: string }
  | { readonly kind: 'missing_kind' }
  | { readonly kind: 'function' };

/** What a respondent answered: the value of a question, an item of it, or a derived variable. */
export type Row = (variable: string, item?: string) => Value;
