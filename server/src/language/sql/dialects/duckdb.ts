import type { Dialect } from '../dialect';
import { listed, sql } from '../fragment';
import { blankAround, plainArithmetic, standard } from './standard';

/** DuckDB 1.0 and later. */
export const duckdb: Dialect = {
  ...standard,
  name: 'duckdb',
  cell: (column, type) =>
    type === 'float'
      ? sql`CASE WHEN ${column} IS NULL OR isnan(${column}) THEN '' ELSE CAST(${column} AS VARCHAR) END`
      : sql`coalesce(CAST(${column} AS VARCHAR), '')`,
  trimmed: (text) => sql`regexp_replace(${text}, ${standard.text(blankAround)}, '', 'g')`,
  matches: (text, pattern) => sql`regexp_full_match(${text}, ${standard.text(pattern)})`,
  without: (text, pattern) => sql`regexp_replace(${text}, ${standard.text(pattern)}, '')`,
  numberOf: (text) => sql`coalesce(TRY_CAST(${text} AS DOUBLE), CAST('inf' AS DOUBLE))`,
  double: (column) => sql`coalesce(CAST(${column} AS DOUBLE), CAST('inf' AS DOUBLE))`,
  infinity: sql`CAST('inf' AS DOUBLE)`,
  isFinite: (number) => sql`isfinite(${number})`,
  arithmetic: plainArithmetic,
  asText: (value) => sql`CAST(${value} AS VARCHAR)`,
  asDouble: (value) => sql`CAST(${value} AS DOUBLE)`,
  asSmall: (value) => sql`CAST(${value} AS SMALLINT)`,
  asCount: (value) => sql`CAST(${value} AS BIGINT)`,
  materialized: sql` AS MATERIALIZED `,
  many: 'union',
  lateral: (numberAs, valueAs, values) =>
    sql`, LATERAL (SELECT unnest([${listed(values.map(({ number }) => sql`${number}`))}]) AS ${numberAs}, unnest([${listed(values.map(({ value }) => value))}]) AS ${valueAs})`,
};
