import type { Check, CheckSubject, Finding } from '../check';
import { foundInData, respondents } from '../data/data-findings';
import { designIn } from './design-example';

export const designCellMissing: Check = {
  code: 'design-cell-missing',
  severity: 'error',
  title: 'Respondent without a place in the design',
  needsData: true,
  doc: {
    why: 'A respondent whose stratum, sampling unit, population size or replicate weight is not told can’t be placed in the sample, and leaving them out would change every standard error. So there are no standard errors until the cells are filled.',
    wrong: designIn('{strata: region}', 'region', ['north', 'north', '', 'south', 'south']),
    right: designIn('{strata: region}', 'region', ['north', 'north', 'north', 'south', 'south']),
  },
  runOnFile: findMissing,
};

function findMissing(subject: CheckSubject): Iterable<Finding> {
  return foundInData(subject, 'design-cell-missing', ({ count }, name, _, least) => ({
    expected: 'Every respondent must have a value in each column of the design.',
    found: `${respondents(count, least)} ${count === 1 && least <= 1 ? 'has' : 'have'} none in \`${name}\``,
  }));
}
