import type { TypedExpression } from '../expression';
import type { Codebook } from '../model/codebook';
import type { Operand } from '../shares/engine';
import type { Fragment } from './fragment';
import type { SqlSource } from './source';
import type { SqlValue, Writer } from './value';

/** The values of a codebook's variables over a table, as columns of a statement; each is made on first use. */
export interface SqlBinding {
  readonly writer: Writer;
  readonly codebook: Codebook;
  readonly source: SqlSource;
  /** `undefined` where it can't be computed. */
  readonly value: (variable: string, item?: string) => SqlValue | undefined;
  /** Values of what a request names. */
  readonly operand: (operand: Operand) => SqlValue | undefined;
  /** Who is outside a universe; `undefined` where nobody is. */
  readonly outside: (universe: readonly TypedExpression[]) => Fragment | undefined;
}
