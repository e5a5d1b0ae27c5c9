import { clickhouse, type SourceType, type SqlSource } from '../language';
import { failed, type SqlEngine } from './engine';

export type TableSource = { readonly kind: 'source'; readonly source: SqlSource } | ReturnType<typeof failed>;

/** What a table of ClickHouse holds. `table`: its name, with that of its database in front or without. */
export async function describeClickHouseTable(
  engine: SqlEngine,
  table: string,
  decimal: '.' | ',',
  signal: AbortSignal,
): Promise<TableSource> {
  const name = table.split('.');
  const quoted = name.map((part) => clickhouse.identifier(part).text).join('.');
  const described = await engine.run(`DESCRIBE TABLE ${quoted}`, signal);
  if (described.kind === 'failed') return failed(`The table \`${table}\` can't be read: ${described.message}`);
  const columns = new Map(described.rows.map(([column, type]) => [String(column), typeOf(String(type))] as const));
  return { kind: 'source', source: { table: name, columns, decimal } };
}

function typeOf(type: string): SourceType {
  const plain = type.replace(/^LowCardinality\((.*)\)$/, '$1').replace(/^Nullable\((.*)\)$/, '$1');
  if (/^U?Int(8|16|32|64)$/.test(plain)) return 'integer';
  return /^Float(32|64)$/.test(plain) ? 'float' : 'text';
}
