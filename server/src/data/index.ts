export type { TableOptions, TableResult } from './options';
export { createDataCache, type DataCache, type Progress, type ReadOptions } from './read';
export type { DataSource, FileState, ReadPart } from './source';
export { parseQuickly, parseTable } from './table';
export { parseTolerantly } from './tolerant';
