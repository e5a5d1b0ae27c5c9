import type { DataTable } from '../../server/src/language';
import { textReader } from '../../server/src/language/shares/text-column';
import type { Dialect, SqlSource } from '../../server/src/language/sql';

/** Statements that make a table of texts with the cells of a data table, and what it is to the compiler. */
export function tableStatements(
  dialect: Dialect,
  name: readonly string[],
  table: DataTable,
  { type, engine = '', rows }: { readonly type: string; readonly engine?: string; readonly rows?: readonly number[] },
): readonly string[] {
  const target = name.map((part) => dialect.identifier(part).text).join('.');
  const columns = [...table.columns.values()];
  const created = `CREATE TABLE ${target} (${columns.map((one) => `${dialect.identifier(one.name).text} ${type}`).join(', ')}) ${engine}`;
  const wanted = rows ?? Array.from({ length: table.rows }, (_, row) => row);
  const texts = columns.map(textReader);
  const values = wanted.map((row) => {
    const cells = texts.map((textOf) => dialect.text(textOf(row)).text);
    return `(${cells.join(', ')})`;
  });
  const chunks = Array.from({ length: Math.ceil(values.length / 500) }, (_, at) => values.slice(at * 500, (at + 1) * 500));
  return [created, ...chunks.map((chunk) => `INSERT INTO ${target} VALUES ${chunk.join(', ')}`)];
}

export function textSource(name: readonly string[], table: DataTable, clean: boolean): SqlSource {
  const columns = new Map([...table.columns.keys()].map((column) => [column, clean ? 'clean' : 'text'] as const));
  return { table: name, columns, decimal: table.decimal };
}
