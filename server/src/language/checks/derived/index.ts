import type { Check } from '../check';

export const derivedChecks: readonly Check[] = [];
