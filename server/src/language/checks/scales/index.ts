import type { Check } from '../check';

export const scaleChecks: readonly Check[] = [];
