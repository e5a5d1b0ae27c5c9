import type { Fragment } from './fragment';

/**
 * What a column of the source holds. `integer` and `float` are read as the numbers they are, all others as texts; `clean` is a text
 * without spaces around it that is never NULL.
 */
export type SourceType = 'text' | 'clean' | 'integer' | 'float';

/**
 * How one system writes what all of them can do. A dialect makes text and knows nothing of codebooks. No result is ever NULL
 * where no operand is, and none raises an error, whatever the data are.
 */
export interface Dialect {
  readonly name: 'duckdb' | 'clickhouse' | 'postgres' | 'trino';
  /** A name, quoted: any text whatever. */
  readonly identifier: (name: string) => Fragment;
  /** A text, quoted. */
  readonly text: (value: string) => Fragment;
  /** A finite number as a literal of double precision, exactly. */
  readonly number: (value: number) => Fragment;
  /** A cell of any type as text, `''` for NULL and for what is not a number in a column of numbers. */
  readonly cell: (column: Fragment, type: SourceType) => Fragment;
  /** A text without the spaces around it: those that `trim` of ECMAScript takes away. */
  readonly trimmed: (text: Fragment) => Fragment;
  /** Whether a pattern (the part of regular expressions that all systems share) fits a text as a whole. */
  readonly matches: (text: Fragment, pattern: string) => Fragment;
  /** A text without what fits a pattern, the first time. */
  readonly without: (text: Fragment, pattern: string) => Fragment;
  readonly replaced: (text: Fragment, from: string, to: string) => Fragment;
  /** The number that a text says which is written as one, with a point; infinite where it is too large. */
  readonly numberOf: (text: Fragment) => Fragment;
  /** A column of numbers in double precision; infinite for NULL. */
  readonly double: (column: Fragment) => Fragment;
  readonly infinity: Fragment;
  readonly isFinite: (number: Fragment) => Fragment;
  /** `+`, `-`, `*` in double precision; infinite where the result is too large. */
  readonly arithmetic: (operator: '+' | '-' | '*' | '/', one: Fragment, other: Fragment) => Fragment;
  readonly least: (values: readonly Fragment[]) => Fragment;
  readonly greatest: (values: readonly Fragment[]) => Fragment;
  /** A text that orders by its bytes. */
  readonly ordered: (text: Fragment) => Fragment;
  /** A value of any type as text; numbers in a form that gives the same number again. */
  readonly asText: (value: Fragment) => Fragment;
  readonly asDouble: (value: Fragment) => Fragment;
  /** A whole number of at most 16 bits, in that form where the system has it. */
  readonly asSmall: (value: Fragment) => Fragment;
  readonly asCount: (value: Fragment) => Fragment;
  /** `with`: layers are common table expressions. `nested`: subqueries, for systems that know no others. */
  readonly layers: 'with' | 'nested';
  /** Put after the name of a common table expression that is read many times. */
  readonly materialized: Fragment;
  /**
   * How many questions are counted in one scan. `union`: each in a select of its own over rows that are coded once. `lateral`:
   * each row becomes one for each question.
   */
  readonly many: 'union' | 'lateral';
  /** What follows the rows in FROM to make of each row one for each of these values, with its number. */
  readonly lateral: (numberAs: Fragment, valueAs: Fragment, values: readonly NumberedValue[]) => Fragment;
}

export interface NumberedValue {
  readonly number: number;
  readonly value: Fragment;
}
