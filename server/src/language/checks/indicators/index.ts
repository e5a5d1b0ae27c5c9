import type { Check } from '../check';

export const indicatorChecks: readonly Check[] = [];
