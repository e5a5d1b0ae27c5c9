import { figureIndicator } from '../../model/indicators';
import type { LedgerLine } from '../../shares';
import { planOfIndicator } from '../../shares';
import type { Check, CheckSubject, Finding } from '../check';
import { ownLines } from './ledger-lines';
import { groupBy } from './printed';

export const figureNotComputable: Check = {
  code: 'figure-not-computable',
  severity: 'hint',
  title: "Published figure that can't be computed",
  needsData: true,
  doc: {
    why: 'A number that is not computed is not checked either. Complete the definition or the data, or say with `unverifiable: <reason>` why it must be taken as printed.',
    wrong: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
defaults: {source: {title: Annual report}}
questions:
  age: {text: How old are you?, type: number}
figures:
  age_all: {of: age, share: 34}
#- answers.csv
id,age
1,28
2,40
`,
    right: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
defaults: {source: {title: Annual report}}
questions:
  age: {text: How old are you?, type: number}
figures:
  age_all: {of: age, mean: 34}
#- answers.csv
id,age
1,28
2,40
`,
  },
  looksAt: ['figures'],
  run: findUncomputable,
};

/** One finding for each figure and reason. What is wrong with a definition other checks say. */
function* findUncomputable(subject: CheckSubject): Iterable<Finding> {
  if (subject.bound === undefined) return;
  const lines = ownLines(subject);
  const totals = groupBy(lines, (line) => line.figure);
  const uncomputed = lines.filter((line) => line.status === 'not_computable' && isUnderstood(subject, line));
  for (const group of groupBy(uncomputed, ({ figure, reason }) => `${figure}\n${reason}`).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const all = totals.get(first.figure)?.length ?? 0;
    yield {
      place: first.place,
      expected: 'A published figure should be one that its definition and the data give.',
      found: `${group.length} of the ${all} numbers of \`${first.figure}\`: ${first.reason?.replace(/\.$/, '') ?? ''}`,
    };
  }
}

function isUnderstood({ codebook }: CheckSubject, line: LedgerLine): boolean {
  const figure = codebook.figures.get(line.figure);
  if (figure === undefined || figure.frames !== undefined) return figure !== undefined;
  const indicator = figureIndicator(codebook, figure);
  return indicator !== undefined && planOfIndicator(codebook, indicator) !== undefined;
}
