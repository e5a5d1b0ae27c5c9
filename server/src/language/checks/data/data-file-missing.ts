import type { Check } from '../check';
import { answersIn } from './answers-example';
import { failedData } from './failed-data';

export const dataFileMissing: Check = {
  code: 'data-file-missing',
  severity: 'error',
  title: 'Data file that is not there',
  needsData: true,
  doc: {
    why: 'The path is relative to the codebook. Without its data a codebook is complete, but nothing can be computed and no figure compared: correct the path, or leave `data` out.',
    wrong: `codebook: example
languages: [en]
data: {file: anwers.csv, id: id}
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
    right: answersIn(`id,satisfied
1,1
2,2
`),
  },
  runOnFile: (subject) => failedData(subject, ['missing'], 'The data file must be where `data.file` says.'),
};
