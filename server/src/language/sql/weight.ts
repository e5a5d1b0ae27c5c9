import type { Codebook } from '../model/codebook';
import { cellsOf } from './cells';
import { anyOf, cases, type Fragment, sql } from './fragment';
import type { SqlSource } from './source';
import type { Writer } from './value';

/**
 * The weight of each row, as `weightsOf` has it: 1 where none is declared, 0 where it is missing, negative or no number.
 * `undefined` where the declared column is not there.
 */
export function weightOf(writer: Writer, codebook: Codebook, source: SqlSource): Fragment | undefined {
  const { dialect, layers } = writer;
  const name = codebook.data?.weight?.text;
  if (name === undefined) return dialect.number(1);
  const number = cellsOf(writer, source, name)?.number();
  if (number === undefined) return undefined;
  const none = anyOf([sql`NOT ${dialect.isFinite(number)}`, sql`${number} < ${dialect.number(0)}`]);
  return layers.define('weight', cases([{ when: none, result: dialect.number(0) }], number));
}

/** 0 for rows of positive weight, -1 for the others. */
export function hasWeightIn({ dialect, layers }: Writer, weight: Fragment): Fragment {
  return layers.define('has_weight', cases([{ when: sql`${weight} > ${dialect.number(0)}`, result: sql`0` }], sql`-1`));
}
