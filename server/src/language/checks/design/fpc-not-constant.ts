import type { Check, CheckSubject, Finding } from '../check';
import { foundInData } from '../data/data-findings';
import { designIn } from './design-example';
import { strataNamed } from './strata-named';

export const fpcNotConstant: Check = {
  code: 'fpc-not-constant',
  severity: 'error',
  title: 'Population size that varies within its stratum',
  needsData: true,
  doc: {
    why: 'A stratum has one population size, and all its respondents state it. Where they differ, the column is another’s or the strata are too coarse, and no standard error can be told. Of a second stage, the stratum lies within the unit drawn in the first.',
    wrong: designIn('{strata: region, fpc: population}', 'region,population', ['north,40', 'north,50', 'south,40', 'south,40']),
    right: designIn('{strata: region, fpc: population}', 'region,population', ['north,50', 'north,50', 'south,40', 'south,40']),
  },
  runOnFile: findVarying,
};

function findVarying(subject: CheckSubject): Iterable<Finding> {
  return foundInData(subject, 'fpc-not-constant', (finding, name) => ({
    expected: 'The population size must be the same for all respondents of a stratum.',
    found: `\`${name}\` differs within ${strataNamed(finding, false)}`,
  }));
}
