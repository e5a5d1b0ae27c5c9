import type { Check } from '../check';
import { answersWithWeight, weightsFound } from './weights';

export const weightNegative: Check = {
  code: 'weight-negative',
  severity: 'error',
  title: 'Weight below zero',
  needsData: true,
  doc: {
    why: 'A weight says how many people a respondent stands for. A negative one, which some calibrations produce, gives shares that are not shares; here it counts for nothing. Ask for weights calibrated within limits.',
    wrong: answersWithWeight('-0.5'),
    right: answersWithWeight('0.5'),
  },
  runOnFile: weightsFound('weight-negative', 'A weight must not be negative.', 'a weight below zero'),
};
