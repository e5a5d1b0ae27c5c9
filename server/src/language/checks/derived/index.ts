import type { Check } from '../check';
import { categoryNeverReached } from './category-never-reached';
import { classesLeaveGaps } from './classes-leave-gaps';
import { classesOverlap } from './classes-overlap';
import { countWithoutUnknownRule } from './count-without-unknown-rule';
import { derivedMixesKinds } from './derived-mixes-kinds';
import { derivedWithoutValue } from './derived-without-value';
import { estimateOutsideBounds } from './estimate-outside-bounds';
import { mergeLeavesOut } from './merge-leaves-out';
import { mergeTakesTwice } from './merge-takes-twice';
import { ruleDoesNotFit } from './rule-does-not-fit';
import { rulesDisagree } from './rules-disagree';
import { thresholdAboveItems } from './threshold-above-items';
import { thresholdAlwaysMet } from './threshold-always-met';
import { unknownRuleWithoutCount } from './unknown-rule-without-count';
import { whenLeavesOut } from './when-leaves-out';

export const derivedChecks: readonly Check[] = [
  derivedWithoutValue,
  derivedMixesKinds,
  countWithoutUnknownRule,
  unknownRuleWithoutCount,
  ruleDoesNotFit,
  thresholdAboveItems,
  thresholdAlwaysMet,
  classesOverlap,
  classesLeaveGaps,
  categoryNeverReached,
  mergeLeavesOut,
  mergeTakesTwice,
  whenLeavesOut,
  estimateOutsideBounds,
  rulesDisagree,
];
