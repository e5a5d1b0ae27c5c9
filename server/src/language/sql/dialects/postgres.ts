import type { Dialect } from '../dialect';
import { type Fragment, listed, sql } from '../fragment';
import { standard } from './standard';

const blank = '[\\t-\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF]+';

/**
 * PostgreSQL 12 and later. Its arithmetic and its reading of numbers raise errors where a result is too large, so that this is
 * looked at first. Results within 1e-12 of the limits of a double may still raise one.
 */
export const postgres: Dialect = {
  ...standard,
  name: 'postgres',
  cell: (column, type) =>
    type === 'float'
      ? sql`CASE WHEN ${column} IS NULL OR CAST(${column} AS float8) = 'NaN' THEN '' ELSE CAST(${column} AS text) END`
      : sql`coalesce(CAST(${column} AS text), '')`,
  trimmed: (text) => sql`regexp_replace(${text}, ${standard.text(`^${blank}|${blank}$`)}, '', 'g')`,
  matches: (text, pattern) => sql`${text} ~ ${standard.text(`^(${pattern})$`)}`,
  without: (text, pattern) => sql`regexp_replace(${text}, ${standard.text(pattern)}, '')`,
  numberOf,
  double: (column) => sql`coalesce(CAST(${column} AS float8), 'Infinity')`,
  infinity: sql`CAST('Infinity' AS float8)`,
  isFinite: (number) => sql`${number} NOT IN ('Infinity', '-Infinity', 'NaN')`,
  arithmetic,
  ordered: (text) => sql`${text} COLLATE "C"`,
  asText: (value) => sql`CAST(${value} AS text)`,
  asDouble: (value) => sql`CAST(${value} AS float8)`,
  asSmall: (value) => sql`CAST(${value} AS smallint)`,
  asCount: (value) => sql`CAST(${value} AS bigint)`,
  materialized: sql` AS MATERIALIZED `,
  many: 'lateral',
  lateral: (numberAs, valueAs, values) =>
    sql` CROSS JOIN LATERAL (VALUES ${listed(values.map(({ number, value }) => sql`(${number}, ${value})`))}) AS asked (${numberAs}, ${valueAs})`,
};

/** The largest double, and the least that is not 0. */
const largest = standard.number(Number.MAX_VALUE);
const least = standard.number(Number.MIN_VALUE);

function numberOf(text: Fragment): Fragment {
  return sql`CASE WHEN ${text} ~ ${standard.text('[eE][-+]?0*[1-9][0-9]{3}')} THEN 'Infinity' WHEN abs(CAST(${text} AS numeric)) > ${largest} THEN 'Infinity' WHEN abs(CAST(${text} AS numeric)) < ${least} THEN 0 ELSE CAST(${text} AS float8) END`;
}

function arithmetic(operator: '+' | '-' | '*' | '/', one: Fragment, other: Fragment): Fragment {
  switch (operator) {
    case '+':
      return sql`CASE WHEN abs(${one} / 2 + ${other} / 2) >= ${halfOfLimit} THEN 'Infinity' ELSE ${one} + ${other} END`;
    case '-':
      return sql`CASE WHEN abs(${one} / 2 - ${other} / 2) >= ${halfOfLimit} THEN 'Infinity' ELSE ${one} - ${other} END`;
    case '*':
      return scaled(one, other, sql`ln(abs(${one})) + ln(abs(${other}))`, sql`${one} * ${other}`);
    case '/':
      return scaled(one, other, sql`ln(abs(${one})) - ln(abs(${other}))`, sql`${one} / ${other}`);
  }
}

/** 2 to the 1023rd: what halves of numbers add up to where their sum is too large. */
const halfOfLimit = standard.number(2 ** 1023);

/** A product or quotient whose size is looked at first. */
function scaled(one: Fragment, other: Fragment, size: Fragment, result: Fragment): Fragment {
  return sql`CASE WHEN ${one} = 0 OR ${other} = 0 THEN 0 WHEN ${size} > ${standard.number(Math.log(Number.MAX_VALUE))} THEN 'Infinity' WHEN ${size} < ${standard.number(Math.log(Number.MIN_VALUE))} THEN 0 ELSE ${result} END`;
}
