import type { Check } from '../check';

export const structureChecks: readonly Check[] = [];
