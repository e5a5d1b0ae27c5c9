import { policyOf } from '../../shares/policy';
import type { Check } from '../check';
import { answersIn } from './answers-example';
import { foundInData } from './data-findings';

export const categoryNeverChosen: Check = {
  code: 'category-never-chosen',
  severity: 'hint',
  title: 'Category that nobody chose',
  needsData: true,
  doc: {
    why: 'A category without a single answer is either a finding, and keeps its row of 0 %, or a sign that the scale or its codes do not match the data. Check which it is.',
    wrong: answersIn(`id,satisfied
1,1
2,1
`),
    right: answersIn(`id,satisfied
1,1
2,2
`),
  },
  // Where a share of 0 is not told, neither is that nobody chose a category.
  runOnFile: (subject) =>
    policyOf(subject.codebook).disclosure?.zeroOrHundred === 'suppress'
      ? []
      : foundInData(subject, 'category-never-chosen', (finding, name) => ({
          expected: 'Every category of a scale should be one that somebody chose.',
          found: `nobody chose ${finding.examples.map(({ text }) => `\`${text}\``).join(', ')} in \`${name}\``,
        })),
};
