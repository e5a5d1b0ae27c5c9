import type { Check } from '../check';

export const dataChecks: readonly Check[] = [];
