import type { Check } from '../check';
import { failedData } from './failed-data';

export const dataUnreadable: Check = {
  code: 'data-unreadable',
  severity: 'error',
  title: "Data file that can't be read",
  needsData: true,
  doc: {
    why: 'A row with more or fewer cells than the header, or an open quote, shifts every answer after it: nothing of such a file is used. Correct it in the program it comes from, or state `delimiter`, `decimal` and `encoding` under `data`.',
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
1,"1
2,2
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
    failedData(subject, ['unreadable', 'format'], 'The data file must be a table whose first line names the columns.'),
};
