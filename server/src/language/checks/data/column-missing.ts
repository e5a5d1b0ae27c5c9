import type { Fix } from '../../problem';
import { nearest } from '../../text/nearest';
import type { Check, CheckSubject, Finding } from '../check';
import { answersIn } from './answers-example';
import { foundInData } from './data-findings';

export const columnMissing: Check = {
  code: 'column-missing',
  severity: 'error',
  title: 'Column that is not in the data',
  needsData: true,
  doc: {
    why: 'Without its column a question has no answers, and nothing that rests on it can be computed. State the name the data have under `column`, or `column_prefix` for all items of a battery; the default is the id.',
    wrong: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no, column: satisfed}
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
  runOnFile: findMissing,
};

function findMissing(subject: CheckSubject): Iterable<Finding> {
  const table = subject.bound?.table;
  return foundInData(subject, 'column-missing', ({ column }, name, written) => {
    const similar = nearest(column, table?.columns.keys() ?? []);
    const hint = similar.length === 0 ? '' : `; the nearest ${similar.length === 1 ? 'is' : 'are'} ${listed(similar)}`;
    return {
      expected: 'Every column the codebook names must be in the data.',
      found: `the data have no column \`${column}\`${name === column ? '' : ` for \`${name}\``}${hint}`,
      fixes:
        written === undefined
          ? []
          : similar.map(
              (near): Fix => ({
                title: `Change to \`${near}\``,
                safe: false,
                edits: [{ place: written.place, newText: near }],
              }),
            ),
    };
  });
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
