export { compareWaves, comparisonsIn, type Round } from './compare';
export { isSuppressed } from './differences';
export type * from './types';
