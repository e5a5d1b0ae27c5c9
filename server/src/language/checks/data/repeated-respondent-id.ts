import type { Check } from '../check';
import { answersIn } from './answers-example';
import { foundInData, isFew } from './data-findings';

export const repeatedRespondentId: Check = {
  code: 'repeated-respondent-id',
  severity: 'error',
  title: 'Respondent twice in the data',
  needsData: true,
  doc: {
    why: 'The same respondent in two rows counts twice in every number. Remove the second row, or name the column that tells the rows apart as `data.id`.',
    wrong: answersIn(`id,satisfied
1,1
2,2
2,2
`),
    right: answersIn(`id,satisfied
1,1
2,2
`),
  },
  runOnFile: (subject) =>
    foundInData(subject, 'repeated-id', (finding, name, _, least) => ({
      expected: 'Each respondent must be in the data once.',
      found: `${rows(finding.count, least)} an id in \`${name}\``,
    })),
};

function rows(count: number, least: number): string {
  if (isFew(count, least)) return `fewer than ${least} rows repeat`;
  return count === 1 ? '1 row repeats' : `${count} rows repeat`;
}
