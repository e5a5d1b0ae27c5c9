import type { Codebook } from '../../model/codebook';
import { frameCounts } from '../../review/frame-rates';
import { type LedgerLine, possiblePercent } from '../../shares';
import type { Check, CheckSubject, Finding } from '../check';
import { aboutLine, countsBehind, ownLines } from './ledger-lines';

export const figureDiffers: Check = {
  code: 'figure-differs',
  severity: 'error',
  title: 'Published figure that the data do not give',
  needsData: true,
  doc: {
    why: 'A published number must be what its definition and the data give, rounded as printed. Where it differs, the definition (base, routing, `among`, `unknown`), the data or the publication is wrong. Keep the number as it was printed; `unverifiable: <reason>` marks one that can’t be checked.',
    wrong: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
defaults: {base: answered, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
figures:
  satisfied_all: {of: satisfied, share: 75}
#- answers.csv
id,satisfied
1,1
2,1
3,2
`,
    right: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
defaults: {base: answered, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
figures:
  satisfied_all: {of: satisfied, share: 67}
#- answers.csv
id,satisfied
1,1
2,1
3,2
`,
  },
  run: findDiffering,
};

function* findDiffering(subject: CheckSubject): Iterable<Finding> {
  for (const line of ownLines(subject)) {
    if (line.status !== 'differs' || line.computed === undefined) continue;
    const about = aboutLine(line);
    yield {
      place: line.place,
      expected: 'A published figure must equal what its definition and the data give.',
      found: `published ${line.published.text}, computed ${computedText(line)}${countsText(subject, line)}${about === '' ? '' : ` (${about})`}${sentFor(subject.codebook, line)}`,
    };
  }
}

/** One digit more than was printed shows how near it is; whole numbers are whole. */
function computedText({ computed = 0, published }: LedgerLine): string {
  return Number.isInteger(computed) ? `${computed}` : computed.toFixed(published.decimals + 1);
}

/** The numbers behind a share, where no weights come between. */
function countsText(subject: CheckSubject, line: LedgerLine): string {
  const counts = line.statistic === 'share' || line.statistic === 'distribution' ? countsBehind(subject, line) : undefined;
  return counts === undefined ? '' : `: ${counts.counted} of ${counts.base}`;
}

/** For a response rate the numbers of questionnaires sent that would print it. */
function sentFor(codebook: Codebook, { statistic, groups, published }: LedgerLine): string {
  const counts = statistic === 'rate' ? frameCounts(codebook, groups.frame ?? '') : undefined;
  if (counts === undefined || published.value <= 0) return '';
  const { sent, responded } = counts;
  const near = Math.round((100 * responded) / published.value);
  const reach = Math.ceil(near / published.value) + 1;
  const possible: number[] = [];
  for (let candidate = Math.max(responded, near - reach); candidate <= near + reach; candidate++) {
    if (isPrinted(responded, candidate, published)) possible.push(candidate);
  }
  const [first, last] = [possible[0], possible.at(-1)];
  const range = first === last ? `${first}` : `${first} to ${last}`;
  return first === undefined ? '' : `; ${responded} of ${range} print as that, ${responded} of ${sent} do not`;
}

function isPrinted(responded: number, sent: number, { value, decimals }: LedgerLine['published']): boolean {
  return (
    possiblePercent(value, decimals, sent, 'half_up') && Math.abs((100 * responded) / sent - value) <= 0.5 * 10 ** -decimals
  );
}
