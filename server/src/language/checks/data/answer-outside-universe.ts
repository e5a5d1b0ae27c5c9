import type { Check } from '../check';
import { foundInData, respondents } from './data-findings';

export const answerOutsideUniverse: Check = {
  code: 'answer-outside-universe',
  severity: 'error',
  title: 'Answer where nobody was asked',
  needsData: true,
  doc: {
    why: 'An answer from somebody whom the routing leads past a question shows that the routing was different in the field, or that the data are wrong. Such answers are left out of every number. Correct `ask_if` or the data.',
    wrong: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  collaborated: {text: Did you collaborate?, scale: yes_no}
  abroad: {text: Also abroad?, ask_if: collaborated = yes, scale: yes_no}
#- answers.csv
id,collaborated,abroad
1,1,1
2,1,2
3,2,1
`,
    right: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  collaborated: {text: Did you collaborate?, scale: yes_no}
  abroad: {text: Also abroad?, ask_if: collaborated = yes, scale: yes_no}
#- answers.csv
id,collaborated,abroad
1,1,1
2,1,2
3,2,
`,
  },
  runOnFile: (subject) =>
    foundInData(subject, 'answer-outside-universe', (finding, name, _, least) => ({
      expected: 'Only those whom the routing leads to a question can have answered it.',
      found: `${respondents(finding.count, least)} answered \`${name}\` without being led to it`,
    })),
};
