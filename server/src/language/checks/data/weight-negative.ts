import type { Check } from '../check';
import { foundInData, respondents } from './data-findings';

export const weightNegative: Check = {
  code: 'weight-negative',
  severity: 'error',
  title: 'Weight below zero',
  needsData: true,
  doc: {
    why: 'A weight says how many a respondent stands for. A negative one, as some calibrations give, makes shares that are no shares; it counts nothing here. Ask for weights calibrated within limits.',
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
2,2,-0.5
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
    foundInData(subject, 'weight-negative', (finding, name) => ({
      expected: 'A weight must not be negative.',
      found: `${respondents(finding.count)} in \`${name}\` ${finding.count === 1 ? 'has' : 'have'} a weight below zero`,
    })),
};
