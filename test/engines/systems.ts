import assert from 'node:assert/strict';
import { openClickHouse } from '../../server/src/engines/clickhouse';
import { openDuckDb } from '../../server/src/engines/duckdb';
import type { SqlEngine } from '../../server/src/engines/engine';
import type { DataTable } from '../../server/src/language';
import { clickhouse, type Dialect, duckdb, type SqlRow, type SqlSource } from '../../server/src/language/sql';
import { tableStatements, textSource } from './sources';

/** A database to compare with: it takes a table of texts and answers one statement. */
export interface System {
  readonly dialect: Dialect;
  readonly load: (name: string, table: DataTable) => Promise<SqlSource>;
  readonly drop: (name: string) => Promise<void>;
  readonly query: (statement: string) => Promise<readonly SqlRow[]>;
  readonly close: () => Promise<void>;
}

const { signal } = new AbortController();

async function rowsFrom(engine: SqlEngine, statement: string): Promise<readonly SqlRow[]> {
  const result = await engine.run(statement, signal);
  assert.equal(result.kind, 'rows', result.kind === 'failed' ? `${result.message}\n${statement.slice(0, 4000)}` : '');
  return result.kind === 'rows' ? result.rows : [];
}

export async function duckDbSystem(clean = false): Promise<System> {
  const opened = await openDuckDb();
  assert.ok(opened.kind === 'open', opened.kind === 'failed' ? opened.message : '');
  const { engine } = opened;
  return {
    dialect: duckdb,
    async load(name, table) {
      for (const statement of tableStatements(duckdb, [name], table, { type: 'VARCHAR' })) await rowsFrom(engine, statement);
      return textSource([name], table, clean);
    },
    drop: async (name) => void (await rowsFrom(engine, `DROP TABLE ${duckdb.identifier(name).text}`)),
    query: (statement) => rowsFrom(engine, statement),
    close: engine.close,
  };
}

/** One server, or a distributed table over two: half of the rows on each. */
export function clickHouseSystem(urls: readonly string[], cluster: string | undefined): System {
  const engines = urls.map((url) => openClickHouse({ url }));
  const [first] = engines;
  assert.ok(first !== undefined);
  const change = (at: number, statement: string) => write(urls[at] ?? '', statement);
  const local = (name: string) => `${name}_local`;
  return {
    dialect: clickhouse,
    async load(name, table) {
      for (const [at] of urls.entries()) {
        const rows = Array.from({ length: table.rows }, (_, row) => row).filter((row) => row % urls.length === at);
        const options = { type: 'Nullable(String)', engine: 'ENGINE = Memory', rows };
        for (const statement of tableStatements(clickhouse, [local(name)], table, options)) await change(at, statement);
      }
      if (cluster === undefined) return textSource([local(name)], table, false);
      const [named, whole] = [local(name), name].map((one) => clickhouse.identifier(one).text);
      await change(0, `CREATE TABLE ${whole} AS ${named} ENGINE = Distributed(${cluster}, default, ${named})`);
      return textSource([name], table, false);
    },
    async drop(name) {
      for (const [at] of urls.entries()) await change(at, `DROP TABLE ${clickhouse.identifier(local(name)).text}`);
      if (cluster !== undefined) await change(0, `DROP TABLE ${clickhouse.identifier(name).text}`);
    },
    query: (statement) => rowsFrom(first, statement),
    close: first.close,
  };
}

async function write(url: string, statement: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', body: statement });
  assert.ok(response.ok, response.ok ? '' : `${await response.text()}\n${statement.slice(0, 2000)}`);
}
