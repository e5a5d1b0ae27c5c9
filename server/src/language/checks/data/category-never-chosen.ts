import type { Check } from '../check';
import { foundInData } from './data-findings';

export const categoryNeverChosen: Check = {
  code: 'category-never-chosen',
  severity: 'hint',
  title: 'Category that nobody chose',
  needsData: true,
  doc: {
    why: 'A category without a single answer is either a finding, and keeps its row of 0 %, or a sign that the scale or its codes do not match the data. Check which it is.',
    wrong: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
#- answers.csv
id,satisfied
1,1
2,1
`,
    right: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
#- answers.csv
id,satisfied
1,1
2,2
`,
  },
  run: (subject) =>
    foundInData(subject, 'category-never-chosen', (finding, name) => ({
      expected: 'Every category of a scale should be one that somebody chose.',
      found: `nobody chose ${finding.examples.map(({ text }) => `\`${text}\``).join(', ')} in \`${name}\``,
    })),
};
