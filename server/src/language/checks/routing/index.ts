import type { Check } from '../check';

export const routingChecks: readonly Check[] = [];
