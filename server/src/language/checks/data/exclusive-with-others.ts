import type { Check } from '../check';
import { foundInData, respondents } from './data-findings';

export const exclusiveWithOthers: Check = {
  code: 'exclusive-with-others',
  severity: 'error',
  title: 'Exclusive option ticked with others',
  needsData: true,
  doc: {
    why: '“None of these” ticked beside something else is a contradiction: which of the two holds must be decided in the data, not by whoever computes a share. If both can hold, the option is not exclusive.',
    wrong: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
questions:
  purposes:
    text: What did you do today?
    type: multiple
    exclusive: [none_of_these]
    options: {borrow: Borrowed, study: Studied, none_of_these: None of these}
#- answers.csv
id,purposes_borrow,purposes_study,purposes_none_of_these
1,1,,
2,,1,
3,1,,1
`,
    right: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
questions:
  purposes:
    text: What did you do today?
    type: multiple
    exclusive: [none_of_these]
    options: {borrow: Borrowed, study: Studied, none_of_these: None of these}
#- answers.csv
id,purposes_borrow,purposes_study,purposes_none_of_these
1,1,,
2,,1,
3,,,1
`,
  },
  runOnFile: (subject) =>
    foundInData(subject, 'exclusive-with-others', (finding, name, _, least) => ({
      expected: 'An exclusive option must be ticked alone.',
      found: `${respondents(finding.count, least)} ticked an exclusive option of \`${name}\` and another one`,
    })),
};
