import type { Check } from '../check';

export const nameChecks: readonly Check[] = [];
