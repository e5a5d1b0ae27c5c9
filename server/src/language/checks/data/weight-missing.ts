import type { Check } from '../check';
import { foundInData, respondents } from './data-findings';

export const weightMissing: Check = {
  code: 'weight-missing',
  severity: 'error',
  title: 'Weight that is missing',
  needsData: true,
  doc: {
    why: 'Who has no weight counts nothing in weighted numbers, without anybody noticing. Complete the weights, or take out those who did not respond.',
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
2,2,
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
2,2,2.5
`,
  },
  run: (subject) =>
    foundInData(subject, 'weight-missing', (finding, name) => ({
      expected: 'Every respondent must have a weight.',
      found: `${respondents(finding.count)} in \`${name}\` ${finding.count === 1 ? 'has' : 'have'} none`,
    })),
};
