import type { Check } from '../check';
import { answersWithWeight, weightsFound } from './weights';

export const weightZero: Check = {
  code: 'weight-zero',
  severity: 'hint',
  title: 'Weight of zero',
  needsData: true,
  doc: {
    why: 'A respondent with the weight 0 is counted in every unweighted n and in no weighted number. That may be intended, as for those outside the population; then say so in a comment.',
    wrong: answersWithWeight('0'),
    right: answersWithWeight('0.5'),
  },
  runOnFile: weightsFound('weight-zero', 'A respondent should have a weight above zero.', 'the weight 0'),
};
