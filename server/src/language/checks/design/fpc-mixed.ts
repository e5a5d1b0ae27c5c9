import type { Check, CheckSubject, Finding } from '../check';
import { foundInData, respondents } from '../data/data-findings';
import { designIn } from './design-example';

export const fpcMixed: Check = {
  code: 'fpc-mixed',
  severity: 'error',
  title: 'Population sizes beside sampling fractions',
  needsData: true,
  doc: {
    why: 'The columns of `fpc` are read together: all as numbers of units in the population, or, where none is above 1, all as the part of it that was drawn. Values of both sorts can’t be told apart, so there are no standard errors. State one sort in all columns and rows.',
    wrong: designIn('{strata: region, fpc: population}', 'region,population', [
      'north,0.5',
      'north,0.5',
      'south,40',
      'south,40',
    ]),
    right: designIn('{strata: region, fpc: population}', 'region,population', ['north,4', 'north,4', 'south,40', 'south,40']),
  },
  runOnFile: findMixed,
};

function findMixed(subject: CheckSubject): Iterable<Finding> {
  return foundInData(subject, 'fpc-mixed', ({ count }, name, _, least) => ({
    expected: 'Population sizes must all be numbers of units, or all be parts from 0 to 1.',
    found: `${respondents(count, least)} ${count === 1 && least <= 1 ? 'has a part' : 'have parts'} below 1 in \`${name}\`, others more than 1`,
  }));
}
