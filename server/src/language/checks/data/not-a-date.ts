import type { Check } from '../check';
import { asMissing } from './codes-to-declare';
import { examplesText, foundInData, respondents } from './data-findings';

export const notADate: Check = {
  code: 'not-a-date',
  severity: 'error',
  title: 'Text where a date is due',
  needsData: true,
  doc: {
    why: 'Dates are written as `2020-12-31`, so that they can be compared. Anything else counts as `invalid`: declare a code as a missing answer, or correct the data.',
    wrong: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
questions:
  visited: {text: When did you visit us last?, type: date}
#- answers.csv
id,visited
1,2020-12-31
2,31/12/2020
`,
    right: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
questions:
  visited: {text: When did you visit us last?, type: date}
#- answers.csv
id,visited
1,2020-12-31
2,2020-12-30
`,
  },
  runOnFile: (subject) =>
    foundInData(subject, 'not-a-date', (finding, name, _, least) => ({
      expected: 'The answers to a question of type `date` must be dates such as 2020-12-31, or declared as missing.',
      found: `\`${name}\` of ${respondents(finding.count, least)} is not a date: ${examplesText(finding, least)}`,
      fixesIn: ({ codebook }) => asMissing(codebook, finding),
    })),
};
