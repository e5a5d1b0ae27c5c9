import type { Check } from '../check';
import { foundInData, respondents } from './data-findings';

export const weightZero: Check = {
  code: 'weight-zero',
  severity: 'hint',
  title: 'Weight of zero',
  needsData: true,
  doc: {
    why: 'A respondent with the weight 0 is counted in every unweighted n and in no weighted number. That may be meant, as for those outside the population; then say so in a comment.',
    wrong: `codebook: example
languages: [en]
data: {file: answers.csv, id: id, weight: weight}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
#- answers.csv
id,satisfied,weight
1,1,1.5
2,2,0
`,
    right: `codebook: example
languages: [en]
data: {file: answers.csv, id: id, weight: weight}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
#- answers.csv
id,satisfied,weight
1,1,1.5
2,2,0.5
`,
  },
  run: (subject) =>
    foundInData(subject, 'weight-zero', (finding, name) => ({
      expected: 'A respondent should have a weight above zero.',
      found: `${respondents(finding.count)} in \`${name}\` ${finding.count === 1 ? 'has' : 'have'} the weight 0`,
    })),
};
