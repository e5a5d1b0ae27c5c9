import type { Check } from '../check';
import { answersIn } from './answers-example';
import { failedData } from './failed-data';

export const dataFileOutside: Check = {
  code: 'data-file-outside',
  severity: 'error',
  title: 'Data file outside the workspace',
  needsData: true,
  doc: {
    why: "Data are read from inside the workspace only, so that a codebook from elsewhere can't make the editor read other files. Move the file, or open the folder that holds both.",
    wrong: `codebook: example
languages: [en]
data: {file: /srv/data/answers.csv, id: id}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
`,
    right: answersIn(`id,satisfied
1,1
2,2
`),
  },
  runOnFile: (subject) => failedData(subject, ['outside'], 'The data file must lie inside the workspace.'),
};
