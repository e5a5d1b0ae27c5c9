import type { Check } from '../check';

export const testChecks: readonly Check[] = [];
