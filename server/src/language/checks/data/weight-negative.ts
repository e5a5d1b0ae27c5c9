import type { Check } from '../check';
import { answersWithWeight, weightsFound } from './weights';

export const weightNegative: Check = {
  code: 'weight-negative',
  severity: 'error',
  title: 'Weight below zero',
  needsData: true,
  doc: {
    why: 'A weight says how many a respondent stands for. A negative one, as some calibrations give, makes shares that are no shares; it counts nothing here. Ask for weights calibrated within limits.',
    wrong: answersWithWeight('-0.5'),
    right: answersWithWeight('0.5'),
  },
  run: weightsFound('weight-negative', 'A weight must not be negative.', 'a weight below zero'),
};
