import type { Check } from '../check';
import { baseHasNoEffect } from './base-has-no-effect';
import { baseNotStated } from './base-not-stated';
import { baseResponsesNeedsMultiple } from './base-responses-needs-multiple';
import { dontKnowTreatedDifferently } from './dont-know-treated-differently';
import { measureDoesNotFit } from './measure-does-not-fit';
import { measureNeedsNumber } from './measure-needs-number';
import { splitByItself } from './split-by-itself';
import { splitNotCategorical } from './split-not-categorical';
import { totalOfRespondents } from './total-of-respondents';
import { untickedNotStated } from './unticked-not-stated';

export const indicatorChecks: readonly Check[] = [
  untickedNotStated,
  baseNotStated,
  baseResponsesNeedsMultiple,
  baseHasNoEffect,
  measureNeedsNumber,
  measureDoesNotFit,
  splitNotCategorical,
  splitByItself,
  dontKnowTreatedDifferently,
  totalOfRespondents,
];
