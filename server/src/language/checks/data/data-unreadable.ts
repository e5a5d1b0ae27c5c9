import type { Check } from '../check';
import { answersIn } from './answers-example';
import { failedData } from './failed-data';

export const dataUnreadable: Check = {
  code: 'data-unreadable',
  severity: 'error',
  title: "Data file that can't be read",
  needsData: true,
  doc: {
    why: 'A row with more or fewer cells than the header, or an open quote, shifts every answer after it: nothing of such a file is used. Correct it in the program it comes from, or state `delimiter`, `decimal` and `encoding` under `data`.',
    wrong: answersIn(`id,satisfied
1,"1
2,2
`),
    right: answersIn(`id,satisfied
1,1
2,2
`),
  },
  runOnFile: (subject) =>
    failedData(subject, ['unreadable', 'format'], 'The data file must be a table whose first line names the columns.'),
};
