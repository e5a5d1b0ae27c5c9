import type { Check } from '../check';
import { answersWithWeight, weightsFound } from './weights';

export const weightMissing: Check = {
  code: 'weight-missing',
  severity: 'error',
  title: 'Weight that is missing',
  needsData: true,
  doc: {
    why: 'Who has no weight counts nothing in weighted numbers, without anybody noticing. Complete the weights, or take out those who did not respond.',
    wrong: answersWithWeight(''),
    right: answersWithWeight('2.5'),
  },
  run: weightsFound('weight-missing', 'Every respondent must have a weight.', 'none'),
};
