export { createDataCache, type DataCache, type DataSource, type FileState, type Progress, type ReadOptions } from './read';
export { parseTable, type TableOptions, type TableResult } from './table';
