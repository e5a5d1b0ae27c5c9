import type { Dialect } from '../dialect';
import { listed, sql } from '../fragment';
import { blankAround, plainArithmetic, standard } from './standard';

/** Trino 400 and later. It computes a common table expression each time it is read, so that all questions go in one scan. */
export const trino: Dialect = {
  ...standard,
  name: 'trino',
  cell: (column, type) => {
    if (type !== 'float') return sql`coalesce(CAST(${column} AS varchar), '')`;
    // A double is written `1.0E0`, which is no code.
    const whole = sql`CAST(CAST(${column} AS bigint) AS varchar)`;
    return sql`CASE WHEN ${column} IS NULL OR is_nan(${column}) THEN '' WHEN abs(${column}) < 1e15 AND floor(${column}) = ${column} THEN ${whole} ELSE CAST(${column} AS varchar) END`;
  },
  trimmed: (text) => sql`regexp_replace(${text}, ${standard.text(blankAround)}, '')`,
  matches: (text, pattern) => sql`regexp_like(${text}, ${standard.text(`^(${pattern})$`)})`,
  without: (text, pattern) => sql`regexp_replace(${text}, ${standard.text(pattern)}, '')`,
  numberOf: (text) => sql`coalesce(TRY_CAST(${text} AS double), infinity())`,
  double: (column) => sql`coalesce(CAST(${column} AS double), infinity())`,
  infinity: sql`infinity()`,
  isFinite: (number) => sql`is_finite(${number})`,
  arithmetic: plainArithmetic,
  asText: (value) => sql`CAST(${value} AS varchar)`,
  asDouble: (value) => sql`CAST(${value} AS double)`,
  asSmall: (value) => sql`CAST(${value} AS smallint)`,
  asCount: (value) => sql`CAST(${value} AS bigint)`,
  materialized: sql` AS `,
  many: 'lateral',
  lateral: (numberAs, valueAs, values) =>
    sql` CROSS JOIN UNNEST(ARRAY[${listed(values.map(({ number }) => sql`${number}`))}], ARRAY[${listed(values.map(({ value }) => value))}]) AS asked (${numberAs}, ${valueAs})`,
};
