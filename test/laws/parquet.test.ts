import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { createDataCache } from '../../server/src/data';
import { textReader } from '../../server/src/language/shares/text-column';
import { localFiles } from '../../server/src/machine';

const never = new AbortController().signal;

/** Columns of a type with a value, or none, in every row, as SQL writes it. */
const kinds = {
  INTEGER: fc.integer().map(String),
  BIGINT: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  UTINYINT: fc.nat(255).map(String),
  BOOLEAN: fc.boolean().map(String),
  'DECIMAL(9,2)': fc.integer({ min: -9999999, max: 9999999 }).map((hundredths) => `${hundredths / 100}`),
  'DECIMAL(30,6)': fc.integer().map((thousandths) => `${thousandths / 1000}`),
  // DuckDB writes a whole number of this type with a decimal, and the largest and smallest with exponents of its own.
  DOUBLE: fc.integer().map((value) => `${value + 0.5}`),
  DATE: fc
    .date({ min: new Date('1600-01-01'), max: new Date('2500-01-01'), noInvalidDate: true })
    .map((date) => `'${date.toISOString().slice(0, 10)}'`),
  TIMESTAMP: fc
    .date({ min: new Date('1600-01-01'), max: new Date('2500-01-01'), noInvalidDate: true })
    .map((date) => `'${date.toISOString().replace('T', ' ').slice(0, 23)}'`),
  VARCHAR: fc
    .oneof(fc.string(), fc.constantFrom('', 'å', ' a ', 'a;b', '"', 'a\nb', '€'))
    .map((text) => `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`),
} as const;

const columns = fc.array(fc.constantFrom(...Object.entries(kinds)), { minLength: 2, maxLength: 5 }).chain((chosen) => {
  const row = fc.tuple(...chosen.map(([, value]) => fc.option(value, { freq: 4, nil: 'NULL' })));
  return fc.array(row, { minLength: 1, maxLength: 30 }).map((rows) => ({ types: chosen.map(([type]) => type), rows }));
});

describe('a table written as Parquet and as CSV', () => {
  let folder = '';
  let connection: DuckDBConnection;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'codebook-parquet-'));
    connection = await (await DuckDBInstance.create(':memory:')).connect();
  });
  after(() => rm(folder, { recursive: true }));

  const bothOf = async (query: string, options: string) => {
    await connection.run(`COPY (${query}) TO '${folder}/a.parquet' (FORMAT parquet, ${options})`);
    await connection.run(`COPY (${query}) TO '${folder}/a.csv' (HEADER, DELIMITER ';')`);
    return [await cellsOf(`${folder}/a.parquet`), await cellsOf(`${folder}/a.csv`)];
  };

  it('is the same table', async () => {
    const options = fc.constantFrom('COMPRESSION snappy', 'COMPRESSION zstd, ROW_GROUP_SIZE 2048', 'PARQUET_VERSION v2');
    await fc.assert(
      fc.asyncProperty(columns, options, async ({ types, rows }, written) => {
        const cells = types.map((type, at) => `c${at}::${type} AS c${at}`);
        const names = types.map((_, at) => `c${at}`);
        const values = rows.map((row) => `(${row.join(',')})`).join(',');
        const [parquet, csv] = await bothOf(`SELECT ${cells} FROM (VALUES ${values}) t(${names})`, written);
        assert.deepEqual(parquet, csv);
      }),
      { numRuns: 150 },
    );
  });

  it('is the same table where there are very many numbers', async () => {
    const query = `SELECT i AS id, i + 0.25::DOUBLE AS weight, (i * 1.01)::DECIMAL(12,2) AS money, i % 3 AS q, CASE WHEN i % 9 > 0 THEN i + 0.5::DOUBLE END AS pay FROM range(80000) t(i)`;
    for (const written of ['COMPRESSION snappy', 'PARQUET_VERSION v2']) {
      const [parquet, csv] = await bothOf(query, written);
      assert.deepEqual(parquet, csv);
    }
  });
});

async function cellsOf(file: string): Promise<object> {
  const { table, failure } = await createDataCache(localFiles).read(file, { delimiter: ';' }, never);
  assert.ok(table, failure?.message);
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  return Object.fromEntries([...table.columns].map(([name, column]) => [name, rows.map(textReader(column))]));
}
