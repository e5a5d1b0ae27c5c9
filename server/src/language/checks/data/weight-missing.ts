import type { Check } from '../check';
import { answersWithWeight, weightsFound } from './weights';

export const weightMissing: Check = {
  code: 'weight-missing',
  severity: 'error',
  title: 'Weight that is missing',
  needsData: true,
  doc: {
    why: 'A respondent without a weight counts for nothing in weighted numbers, and nobody notices. Complete the weights, or remove those who did not respond.',
    wrong: answersWithWeight(''),
    right: answersWithWeight('2.5'),
  },
  runOnFile: weightsFound('weight-missing', 'Every respondent must have a weight.', 'none'),
};
