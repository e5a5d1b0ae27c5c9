export { createDataCache, type DataCache, type Progress, type ReadOptions } from './read';
export { parseTable, type TableOptions, type TableResult } from './table';
