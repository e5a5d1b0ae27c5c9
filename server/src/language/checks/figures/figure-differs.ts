import type { Codebook } from '../../model/codebook';
import type { Rounding } from '../../model/declarations';
import { frameCounts } from '../../review/frame-rates';
import { type CountRange, type LedgerLine, roundPercent } from '../../shares';
import type { Place } from '../../syntax/entry';
import type { Check, CheckSubject, Finding } from '../check';
import { aboutLine, countsBehind, ownLines } from './ledger-lines';
import { isSumOfRoundedParts } from './rounded-parts';
import { restsOnUnstatedKind } from './unstated-kinds';

export const figureDiffers: Check = {
  code: 'figure-differs',
  severity: 'error',
  title: 'Published figure that the data do not give',
  needsData: true,
  doc: {
    why: "A published number must be what its definition and the data give, rounded as printed. Where it differs, the definition (base, routing, `among`, `unknown`), the data or the publication is wrong. Keep the number as it was printed; `unverifiable: <reason>` marks one that can't be checked.",
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
  looksAt: ['figures'],
  run: findDiffering,
};

/** So many numbers of a figure are told one by one; of more it is likely that one cause, elsewhere, moved them all. */
const few = 4;

/** So many of the others are shown beside a figure that differs as a whole. */
const shown = 10;

function* findDiffering(subject: CheckSubject): Iterable<Finding> {
  const lines = ownLines(subject);
  for (const figure of subject.own.figures) {
    const { id } = figure;
    const own = lines.filter((line) => line.figure === id.text && line.status !== 'not_computable');
    const differing = own.filter((line) => line.status === 'differs').map((line) => differs(subject, line, own));
    if (differing.length === 0 || restsOnUnstatedKind(subject.codebook, figure)) continue;
    if (differing.length <= few) yield* differing;
    else yield asOne(id.place, differing, own.length);
  }
}

function differs(subject: CheckSubject, line: LedgerLine, lines: readonly LedgerLine[]): Finding {
  const about = aboutLine(line);
  const computed = `${computedText(line)}${countsText(subject, line)}`;
  return {
    place: line.place,
    expected,
    found: `${about === '' ? '' : `${about}: `}published ${line.published.text}, computed ${computed}${sentFor(subject.codebook, line)}${sumFor(subject.codebook, line, lines)}`,
  };
}

/** What probably happened to a net or top box. */
function sumFor(codebook: Codebook, line: LedgerLine, lines: readonly LedgerLine[]): string {
  return isSumOfRoundedParts(codebook, line, lines) ? '; it is the sum of its rounded parts' : '';
}

const expected = 'A published figure must equal what its definition and the data give.';

function asOne(place: Place, differing: readonly Finding[], all: number): Finding {
  return {
    place,
    expected,
    found: `${differing.length} of ${all} numbers differ; the first is ${differing[0]?.found}`,
    related: differing.slice(0, shown).map((finding) => ({ place: finding.place, text: finding.found })),
  };
}

/** One digit more than was printed shows how near it is; whole numbers are whole. */
function computedText({ computed = 0, published }: LedgerLine): string {
  return Number.isInteger(computed) ? `${computed}` : computed.toFixed(published.decimals + 1);
}

/** The numbers behind a share, where no weights come between. */
function countsText(subject: CheckSubject, line: LedgerLine): string {
  const counts = line.statistic === 'share' || line.statistic === 'distribution' ? countsBehind(subject, line) : undefined;
  return counts === undefined ? '' : ` (${counts.counted} of ${counts.base})`;
}

/** For a response rate the answers and questionnaires it is of, and how many sent would print it. */
function sentFor(codebook: Codebook, { figure, statistic, groups, published }: LedgerLine): string {
  const counts = statistic === 'rate' ? frameCounts(codebook, groups.frame ?? '') : undefined;
  if (counts === undefined) return '';
  const rounding = codebook.figures.get(figure)?.rounding ?? codebook.defaults?.rounding ?? 'half_up';
  const { low, high } = sentThatPrint(counts.responded, published, rounding);
  const range = low === high ? `${low}` : `${low} to ${high}`;
  return ` (${counts.responded} of ${counts.sent})${low > high ? '' : `; it takes ${range} sent`}`;
}

/** Rates fall as more are sent, so that the ends decide. An empty range where none prints as published. */
function sentThatPrint(responded: number, { value, decimals }: LedgerLine['published'], rounding: Rounding): CountRange {
  const half = 0.5 * 10 ** -decimals;
  if (value <= half || responded <= 0) return { low: 1, high: 0 };
  const prints = (sent: number) => roundPercent(responded, sent, decimals, rounding) === value;
  let low = Math.max(responded, Math.floor((100 * responded) / (value + half)));
  let high = Math.ceil((100 * responded) / (value - half));
  while (low <= high && !prints(low)) low++;
  while (low <= high && !prints(high)) high--;
  return { low, high };
}
