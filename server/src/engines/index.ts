export { type ClickHouseOptions, openClickHouse } from './clickhouse';
export { describeClickHouseTable, type TableSource } from './clickhouse-table';
export { type DuckDbOptions, type OpenedEngine, openDuckDb } from './duckdb';
export { type FileOptions, type FileSource, readDuckDbFile } from './duckdb-file';
export type { SqlEngine, SqlResult } from './engine';
export { type SqlTable, type Tabulated, tabulateBySql } from './tabulate';
