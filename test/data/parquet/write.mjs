/**
 * Writes the Parquet files of this folder, which the tests read: `node test/data/parquet/write.mjs`. They are committed, so that
 * the tests need no DuckDB.
 */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const types = `
  SELECT * FROM (VALUES
    (1, 'å', 1.5::DOUBLE, 0.1::FLOAT, true, DATE '2020-02-29', TIMESTAMP '2020-02-29 12:30:00.25', TIME '08:05:00', 12.30::DECIMAL(9,2),
      9007199254740993::BIGINT, 255::UTINYINT, 18446744073709551615::UBIGINT, 4294967295::UINTEGER, TIMESTAMPTZ '1969-12-31 23:59:59+00',
      '00112233-4455-6677-8899-aabbccddeeff'::UUID, (-0.05)::DECIMAL(25,3), 'ja'::ENUM ('ja', 'nej')),
    (-2, ' spaces ', -1e-7::DOUBLE, 16777216::FLOAT, false, DATE '0099-01-01', TIMESTAMP '1900-01-01 00:00:00', TIME '23:59:59.999999',
      -0.07::DECIMAL(9,2), -1::BIGINT, 0::UTINYINT, 0::UBIGINT, 7::UINTEGER, TIMESTAMPTZ '2024-06-30 22:00:00+00',
      'ffffffff-ffff-ffff-ffff-ffffffffffff'::UUID, 1234567890123456789.012::DECIMAL(25,3), 'nej'::ENUM ('ja', 'nej')),
    (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
  ) t(whole, text, double, single, yes, day, moment, clock, money, large, byte, larger, unsigned, zoned, key, exact, choice)`;

const answers = `SELECT i AS id, CASE WHEN i % 7 = 0 THEN NULL ELSE i % 5 END AS q1, 'svar ' || (i % 3) AS q2, i / 8 AS weight FROM range(3000) t(i)`;

const db = await DuckDBInstance.create(':memory:');
const connection = await db.connect();
const write = (query, name, options) =>
  connection.run(`COPY (${query}) TO '${join(import.meta.dirname, name)}' (FORMAT parquet, ${options})`);

await write(types, 'types.parquet', 'COMPRESSION uncompressed');
for (const codec of ['snappy', 'zstd', 'gzip', 'brotli', 'lz4_raw', 'uncompressed']) {
  await write(answers, `${codec}.parquet`, `COMPRESSION ${codec}, ROW_GROUP_SIZE 2048`);
}
await write(answers, 'second-version.parquet', 'PARQUET_VERSION v2, ROW_GROUP_SIZE 2048');
await write(`SELECT 1 AS id, ['a', 'b'] AS tags`, 'nested.parquet', 'COMPRESSION uncompressed');
await write(`SELECT 1 AS id, '\\xAA\\xFF'::BLOB AS picture`, 'bytes.parquet', 'COMPRESSION uncompressed');
await write(`SELECT 1 AS id, INTERVAL 3 DAYS AS pause`, 'interval.parquet', 'COMPRESSION uncompressed');
await write(`SELECT 1 AS a WHERE false`, 'no-rows.parquet', 'COMPRESSION uncompressed');
