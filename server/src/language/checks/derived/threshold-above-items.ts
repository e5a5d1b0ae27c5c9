import type { Check, CheckSubject, Finding } from '../check';
import { broadOfActivities } from './count-example';
import { thresholdInWords, thresholdsIn } from './thresholds';

export const thresholdAboveItems: Check = {
  code: 'threshold-above-items',
  severity: 'error',
  title: 'Threshold that no count can meet',
  doc: {
    why: 'At least four of three is never met: everybody counts as no, and the share is 0 with a full base. The number is wrong, or items are missing from the count.',
    wrong: broadOfActivities('value: count(activities = yes) >= 4, unknown: determinable'),
    right: broadOfActivities('value: count(activities = yes) >= 2, unknown: determinable'),
  },
  looksAt: ['derived'],
  run: findNeverMet,
};

function* findNeverMet(subject: CheckSubject): Iterable<Finding> {
  for (const { threshold, place } of thresholdsIn(subject)) {
    if (threshold.met !== 'never') continue;
    yield {
      place,
      expected: `A count of ${threshold.items} must be compared with a number from 0 to ${threshold.items} that it can meet.`,
      found: `${thresholdInWords(threshold)} is never met`,
    };
  }
}
