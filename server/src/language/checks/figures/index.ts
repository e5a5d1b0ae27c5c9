import type { Check } from '../check';

export const figureChecks: readonly Check[] = [];
