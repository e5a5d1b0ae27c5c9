import type { Check } from '../check';
import { adjustHasNoEffect } from './adjust-has-no-effect';
import { compareUnknownGroup } from './compare-unknown-group';
import { compareWithoutGroups } from './compare-without-groups';
import { intervalHasNoEffect } from './interval-has-no-effect';
import { significanceWithoutTest } from './significance-without-test';
import { testNeedsTwoVariables } from './test-needs-two-variables';

/** How sure numbers are: comparisons, tests and intervals. */
export const uncertaintyChecks: readonly Check[] = [
  compareUnknownGroup,
  compareWithoutGroups,
  adjustHasNoEffect,
  testNeedsTwoVariables,
  significanceWithoutTest,
  intervalHasNoEffect,
];
