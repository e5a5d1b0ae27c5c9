import type { Name } from '../../model/declarations';
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

/** Columns of a run, `rw1..rw80`, stand in one place: they are told together, and a nearer name is none of them. */
function* findMissing(subject: CheckSubject): Iterable<Finding> {
  const names = subject.bound?.table.columns ?? new Map<string, unknown>();
  const columns = [...(subject.codebook.data?.design?.replicate?.columns ?? [])].filter(({ text }) => !names.has(text));
  const [first, ...others] = columns;
  const isRun = others.length > 0 && others.every(({ place }) => place === first?.place);
  for (const finding of eachMissing(subject)) {
    if (!isRun || finding.place !== first?.place) yield finding;
  }
  if (isRun && first !== undefined)
    yield {
      place: first.place,
      expected,
      found: `the data have no column \`${first.text}\`, and not ${others.length} more of these`,
    };
}

const expected = 'Every column the codebook names must be in the data.';

function eachMissing(subject: CheckSubject): Iterable<Finding> {
  const table = subject.bound?.table;
  return foundInData(subject, 'column-missing', ({ column }, name, written) => {
    const similar = nearest(column, table?.columns.keys() ?? []);
    const hint = similar.length === 0 ? '' : `; the nearest ${similar.length === 1 ? 'is' : 'are'} ${listed(similar)}`;
    return {
      expected,
      found: `the data have no column \`${column}\`${name === column ? '' : ` for \`${name}\``}${hint}`,
      fixes:
        written === undefined || isOfRun(written)
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

/** One of several columns that are written as one. */
function isOfRun({ text, place }: Name): boolean {
  return place.entry.text.slice(place.span.start, place.span.end) !== text;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
