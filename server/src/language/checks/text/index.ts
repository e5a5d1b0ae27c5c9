import type { Check } from '../check';

export const textChecks: readonly Check[] = [];
