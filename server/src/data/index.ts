export type { TableOptions, TableResult } from './options';
export { createDataCache, type DataCache, type Progress, type ReadOptions } from './read';
export type { DataSource, FileState, ReadPart } from './source';
export type { StoredTable, TableStore, WantedTable } from './store';
export { bytesOfTable, tableOfBytes } from './stored';
export { parseQuickly, parseTable } from './table';
export { parseTolerantly } from './tolerant';
