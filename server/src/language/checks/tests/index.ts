import type { Check } from '../check';
import { testFails } from './test-fails';
import { testValueImpossible } from './test-value-impossible';

export const testChecks: readonly Check[] = [testValueImpossible, testFails];
