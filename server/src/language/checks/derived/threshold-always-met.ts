import type { Check, CheckSubject, Finding } from '../check';
import { broadOfActivities } from './count-example';
import { thresholdInWords, thresholdsIn } from './thresholds';

export const thresholdAlwaysMet: Check = {
  code: 'threshold-always-met',
  severity: 'warning',
  title: 'Threshold that every count meets',
  doc: {
    why: 'At least none is met by everybody: the share is 100 and says nothing. The number is wrong, or the comparison is the wrong way round.',
    wrong: broadOfActivities('value: count(activities = yes) <= 3, unknown: determinable'),
    right: broadOfActivities('value: count(activities = yes) >= 3, unknown: determinable'),
  },
  looksAt: ['derived'],
  run: findAlwaysMet,
};

function* findAlwaysMet(subject: CheckSubject): Iterable<Finding> {
  for (const { threshold, place } of thresholdsIn(subject)) {
    if (threshold.met !== 'always') continue;
    yield {
      place,
      expected: 'A threshold must tell counts apart.',
      found: `${thresholdInWords(threshold)} is always met`,
    };
  }
}
