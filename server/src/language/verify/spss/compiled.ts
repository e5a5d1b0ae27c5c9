import type { TypedExpression, UnknownRule } from '../../expression';
import type { Writer } from './writer';

/**
 * An expression in SPSS: its value, right where `kind` is 0, and the number of its missing kind, a variable's name or `0`. SPSS's
 * own AND, OR and NOT are three-valued; what a missing result is for is worked out in statements of their own.
 */
export interface Compiled {
  readonly value: string;
  readonly kind: string;
}

export interface Context {
  readonly writer: Writer;
  readonly item?: string | undefined;
  readonly rule?: UnknownRule | undefined;
  /** What the count in the expression is supposed to be, where every count is tried. */
  readonly counted?: Compiled;
}

/** How an item of a count is compiled. */
export type Counted = (part: TypedExpression, item: string | undefined) => Compiled;
