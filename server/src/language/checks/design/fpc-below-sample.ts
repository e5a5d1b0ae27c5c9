import type { Check, CheckSubject, Finding } from '../check';
import { foundInData } from '../data/data-findings';
import { designIn } from './design-example';
import { strataNamed } from './strata-named';

export const fpcBelowSample: Check = {
  code: 'fpc-below-sample',
  severity: 'error',
  title: 'Population smaller than its sample',
  needsData: true,
  doc: {
    why: 'More units can’t be drawn than there are. Either the column holds something else, often the size of the sample or of another stage, or a unit stands in several strata. There are no standard errors until it is right.',
    wrong: designIn('{strata: region, fpc: population}', 'region,population', [
      'north,2',
      'north,2',
      'north,2',
      'south,40',
      'south,40',
    ]),
    right: designIn('{strata: region, fpc: population}', 'region,population', [
      'north,20',
      'north,20',
      'north,20',
      'south,40',
      'south,40',
    ]),
  },
  runOnFile: findSmaller,
};

function findSmaller(subject: CheckSubject): Iterable<Finding> {
  return foundInData(subject, 'fpc-below-sample', (finding, name) => ({
    expected: 'A stratum must have at least as many units in the population as in the data.',
    found: `\`${name}\` says fewer for ${strataNamed(finding, true)}`,
  }));
}
