import type { DataTable } from '../../shares';

/** A text as SPSS writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Comments end at a full stop at the end of a line, and at an empty line. */
export function comment(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim().replace(/[.]+$/, '');
  return `* ${plain} .`;
}

/** Words that SPSS keeps for itself, which a codebook may use as ids. */
const reserved = new Set(['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with']);

/** A question, an item of it (`activities.ideas`) or a derived variable, named in SPSS as in the codebook. */
export function spssName(variable: string, item?: string): string {
  const name = item === undefined ? variable : `${variable}.${item}`;
  return reserved.has(name) || name.endsWith('_') ? `${name}$v` : name;
}

/** Why its value is missing: 0 where it is known, else the kind's number. */
export function kindName(variable: string, item?: string): string {
  return `${spssName(variable, item)}$kind`;
}

/** Bytes a name may have. */
export const longestName = 64;

/** The columns of the data file under names that SPSS accepts. Its names do not tell capitals from small letters. */
export function rawNames(table: DataTable): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    [...table.columns.keys()].map((column, at) => {
      const plain = `raw.${column}`;
      const isLegal = /^[A-Za-z0-9_]{1,40}$/.test(column) && !column.endsWith('_') && !taken.has(plain.toLowerCase());
      const name = isLegal ? plain : `raw.$${at + 1}`;
      taken.add(name.toLowerCase());
      return [column, name];
    }),
  );
}
