import type { Codebook } from '../../model/codebook';
import { groupLabels } from '../../shares/table-labels';
import type { Check, CheckSubject, Finding } from '../check';
import { aboutOf, groupBy, ownFigures, type PrintedFigure, type PrintedNumber } from './printed';

export const totalDisagrees: Check = {
  code: 'total-disagrees',
  severity: 'warning',
  title: 'Total that is not the sum of its groups',
  doc: {
    why: 'Groups never overlap, so the counts and bases of all groups sum to the total, less those who have no group. If the printed total is another number, one of the numbers is wrong, or some respondents belong to no group; then the source should say so.',
    wrong: `codebook: example
languages: [en]
defaults: {base: answered, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
  actors:
    categories: {agency: {code: 1, label: Agency}, region: {code: 2, label: Region}}
questions:
  actor: {label: Actor, scale: actors}
  satisfied: {text: Are you satisfied?, scale: yes_no}
figures:
  satisfied_by_actor: {of: satisfied, by: actor, count: {agency: 76, region: 50, total: 128}}
`,
    right: `codebook: example
languages: [en]
defaults: {base: answered, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
  actors:
    categories: {agency: {code: 1, label: Agency}, region: {code: 2, label: Region}}
questions:
  actor: {label: Actor, scale: actors}
  satisfied: {text: Are you satisfied?, scale: yes_no}
figures:
  satisfied_by_actor: {of: satisfied, by: actor, count: {agency: 76, region: 50, total: 126}}
`,
  },
  looksAt: ['figures'],
  run: findTotals,
};

function* findTotals(subject: CheckSubject): Iterable<Finding> {
  const { codebook } = subject;
  for (const figure of ownFigures(subject)) {
    const numbers = figure.numbers.filter(({ statistic }) => statistic === 'base' || statistic === 'count');
    for (const [at, variable] of figure.by.entries()) yield* findAlong(codebook, figure, numbers, at, variable);
  }
}

/** Numbers that differ only in the group of one variable of the split stand in one row with their total. */
function* findAlong(
  codebook: Codebook,
  figure: PrintedFigure,
  numbers: readonly PrintedNumber[],
  at: number,
  variable: string,
): Iterable<Finding> {
  const all = groupLabels(codebook.variables.get(variable)).map((group) => group.id);
  const rows = groupBy(numbers, ({ statistic, item, category, groups }) =>
    [statistic, item, category, ...groups.filter((_, other) => other !== at)].join('\n'),
  );
  for (const row of rows.values()) {
    const total = row.find(({ groups }) => groups[at] === 'total');
    const parts = row.filter(({ groups }) => all.includes(groups[at] ?? ''));
    if (total === undefined || parts.length === 0) continue;
    const sum = parts.reduce((whole, part) => whole + part.value, 0);
    if (sum > total.value || (sum < total.value && parts.length === all.length)) yield disagreement(figure, total, parts, sum);
  }
}

function disagreement({ by }: PrintedFigure, total: PrintedNumber, parts: readonly PrintedNumber[], sum: number): Finding {
  const about = by.length > 1 ? ` (${aboutOf(total)})` : '';
  return {
    place: total.place,
    expected: 'A printed total must be the sum of its groups.',
    found: `the total is ${total.text}, the groups sum to ${sum}${about}`,
    related: parts.map(({ place, groups, text }) => ({ place, text: `${aboutOf({ groups })}: ${text}` })),
  };
}
