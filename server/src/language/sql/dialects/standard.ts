import type { Dialect } from '../dialect';
import { type Fragment, listed, raw, sql } from '../fragment';

/** What systems after the SQL standard have in common. */
export const standard = {
  identifier: (name: string): Fragment => raw(`"${name.replaceAll('"', '""')}"`),
  text: quoted,
  number: doubleLiteral,
  replaced: (text: Fragment, from: string, to: string) => sql`replace(${text}, ${quoted(from)}, ${quoted(to)})`,
  least: (values: readonly Fragment[]) => sql`least(${listed(values)})`,
  greatest: (values: readonly Fragment[]) => sql`greatest(${listed(values)})`,
  ordered: (text: Fragment) => text,
  layers: 'with',
} satisfies Partial<Dialect>;

function quoted(value: string): Fragment {
  return raw(`'${value.replaceAll("'", "''")}'`);
}

/** `1.5e0`: with an exponent a literal is a double, never a decimal. The shortest digits that give the number again. */
export function doubleLiteral(value: number): Fragment {
  const text = Math.abs(value).toExponential().replace('e+', 'e');
  return raw(value < 0 ? `(-${text})` : text);
}

/** Arithmetic where results that are too large are infinite. */
export function plainArithmetic(operator: '+' | '-' | '*' | '/', one: Fragment, other: Fragment): Fragment {
  switch (operator) {
    case '+':
      return sql`${one} + ${other}`;
    case '-':
      return sql`${one} - ${other}`;
    case '*':
      return sql`${one} * ${other}`;
    case '/':
      return sql`${one} / ${other}`;
  }
}

/** Spaces as `trim` of ECMAScript knows them, for regular expressions with `\x{…}`. */
const blank = '[\\t-\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]+';

export const blankAround = `^${blank}|${blank}$`;
