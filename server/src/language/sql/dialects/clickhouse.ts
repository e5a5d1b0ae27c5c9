import type { Dialect } from '../dialect';
import { type Fragment, listed, raw, sql } from '../fragment';
import { blankAround, doubleLiteral, plainArithmetic } from './standard';

/**
 * ClickHouse 18.16 and later: no window functions, no common table expressions, and every branch of a CASE is computed. A
 * double is read from text digit by digit, as its own reader is off by a unit in the last place now and then.
 */
export const clickhouse: Dialect = {
  name: 'clickhouse',
  identifier: (name) => raw(`\`${escaped(name).replaceAll('`', '\\`')}\``),
  text: quoted,
  number: doubleLiteral,
  cell: (column, type) =>
    type === 'float' ? sql`ifNull(if(isNaN(${column}), '', toString(${column})), '')` : sql`ifNull(toString(${column}), '')`,
  trimmed: (text) => sql`replaceRegexpAll(${text}, ${quoted(blankAround)}, '')`,
  matches: (text, pattern) => sql`match(${text}, ${quoted(`^(${pattern})$`)})`,
  without: (text, pattern) => sql`replaceRegexpOne(${text}, ${quoted(pattern)}, '')`,
  replaced: (text, from, to) => sql`replaceAll(${text}, ${quoted(from)}, ${quoted(to)})`,
  numberOf,
  double: (column) => sql`ifNull(toFloat64(${column}), inf)`,
  infinity: sql`inf`,
  isFinite: (number) => sql`isFinite(${number})`,
  arithmetic: plainArithmetic,
  least: (values) => nested(values, (one, rest) => sql`least(${one}, ${rest})`),
  greatest: (values) => nested(values, (one, rest) => sql`greatest(${one}, ${rest})`),
  ordered: (text) => text,
  asText: (value) => sql`toString(${value})`,
  asDouble: (value) => sql`toFloat64(${value})`,
  asSmall: (value) => sql`toInt16(${value})`,
  asCount: (value) => sql`toInt64(${value})`,
  layers: 'nested',
  materialized: sql` AS `,
  many: 'lateral',
  lateral: (numberAs, valueAs, values) =>
    sql` ARRAY JOIN [${listed(values.map(({ number }) => sql`${number}`))}] AS ${numberAs}, [${listed(values.map(({ value }) => value))}] AS ${valueAs}`,
};

function quoted(value: string): Fragment {
  return raw(`'${escaped(value).replaceAll("'", "\\'")}'`);
}

/** In quotes of all kinds a backslash has a meaning. */
function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\0', '\\0');
}

/** Functions of two values, for any number of them. */
function nested(values: readonly Fragment[], of: (one: Fragment, rest: Fragment) => Fragment): Fragment {
  const [last = sql`0`, ...others] = [...values].reverse();
  return others.reduce((rest, one) => of(one, rest), last);
}

/**
 * At most 15 digits and a power of ten of at most 22 are both exact as doubles, so that their quotient is the double nearest to
 * what is written (Clinger, "How to read floating point numbers accurately", 1990). Longer ones are left to the system.
 */
function numberOf(text: Fragment): Fragment {
  const digits = sql`replaceRegexpAll(${text}, '[^0-9]', '')`;
  const decimals = sql`if(position(${text}, '.') = 0, 0, length(${text}) - position(${text}, '.'))`;
  const size = sql`toFloat64(toUInt64OrZero(${digits})) / ${powersOfTen}[1 + least(${decimals}, 22)]`;
  const isShort = sql`length(${digits}) <= 15 AND match(${text}, '^[-+]?[0-9]*[.]?[0-9]*$')`;
  return sql`if(${isShort}, if(startsWith(${text}, '-'), -(${size}), ${size}), ifNull(toFloat64OrNull(${withoutSign(text)}), inf))`;
}

/** A plus in front is no number to older versions. */
function withoutSign(text: Fragment): Fragment {
  return sql`replaceRegexpOne(${text}, '^[+]', '')`;
}

const powersOfTen = sql`[${listed(Array.from({ length: 23 }, (_, power) => doubleLiteral(10 ** power)))}]`;
