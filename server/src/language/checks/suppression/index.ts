import type { Check } from '../check';
import { suppressionWithoutReason } from './suppression-without-reason';
import { unknownCheck } from './unknown-check';
import { unusedSuppression } from './unused-suppression';

export const suppressionChecks: readonly Check[] = [unusedSuppression, suppressionWithoutReason, unknownCheck];
