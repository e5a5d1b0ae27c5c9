export { compareWaves, comparisonsIn, type Round } from './compare';
export type * from './types';
