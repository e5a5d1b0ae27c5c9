import { canSumTo100, possibleCounts } from '../../shares';
import type { Check, CheckSubject, Finding } from '../check';
import { type Exclusive, exclusiveOf } from './complete';
import { aboutOf, baseOf, groupBy, ownFigures, type PrintedFigure, type PrintedNumber, sharesIn } from './printed';

export const percentagesCannotSum: Check = {
  code: 'percentages-cannot-sum',
  severity: 'error',
  title: 'Percentages that cannot sum to 100',
  doc: {
    why: "The categories of a question exclude each other, so their shares make up the base. Rounding may print them with a sum of 99 or 101, but only within its limits: 38 + 63 of 88 is right (33 and 55 are exact halves, rounded up), 38 + 64 is not. Shares of some of the categories can't exceed 100. A multiple response is never summed.",
    wrong: `codebook: example
languages: [en]
defaults: {base: answered, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
figures:
  satisfied_all: {of: satisfied, base: 88, share: {"yes": 38, "no": 64}}
`,
    right: `codebook: example
languages: [en]
defaults: {base: answered, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
figures:
  satisfied_all: {of: satisfied, base: 88, share: {"yes": 38, "no": 63}}
`,
  },
  looksAt: ['figures'],
  run: findSums,
};

function* findSums(subject: CheckSubject): Iterable<Finding> {
  const { codebook } = subject;
  for (const figure of ownFigures(subject)) {
    if (figure.plan.base === 'responses') continue;
    const rows = groupBy(sharesIn(figure), ({ item, groups }) => [item, ...groups].join('\n'));
    for (const row of rows.values()) {
      const exclusive = exclusiveOf(codebook, figure, row);
      const finding = exclusive.numbers.length < 2 ? undefined : sumFinding(figure, exclusive);
      if (finding !== undefined) yield finding;
    }
  }
}

function sumFinding(figure: PrintedFigure, { numbers, isComplete }: Exclusive): Finding | undefined {
  const [first] = numbers;
  const decimals = first?.decimals ?? 0;
  if (first === undefined || numbers.some((one) => one.decimals !== decimals)) return undefined;
  const { rounding } = figure.indicator;
  const percents = numbers.map(({ value }) => value);
  const base = figure.isWeighted ? undefined : baseOf(figure, first)?.value;
  const range = base === undefined ? undefined : countsOf(figure, numbers, base);
  // A percentage that cannot occur for its base is another check's, and then nothing can be said of the sum.
  if (base !== undefined && range === undefined) return undefined;
  const isPossible = isComplete
    ? canSumTo100(percents, decimals, base, rounding)
    : range === undefined
      ? leastSum(numbers) <= 100
      : range.low <= (base ?? 0);
  return isPossible ? undefined : finding(figure, numbers, isComplete, base, range);
}

interface Sum {
  readonly low: number;
  readonly high: number;
}

/** The numbers of respondents the percentages may stand for together; `undefined` where one can't stand for any. */
function countsOf(figure: PrintedFigure, numbers: readonly PrintedNumber[], base: number): Sum | undefined {
  const counts = numbers.map(({ value, decimals }) => possibleCounts(value, decimals, base, figure.indicator.rounding));
  return counts.reduce<Sum | undefined>((sum, one) => sum && one && { low: sum.low + one.low, high: sum.high + one.high }, {
    low: 0,
    high: 0,
  });
}

/** Before rounding each percentage was at most half a unit of its last digit smaller. */
function leastSum(numbers: readonly PrintedNumber[]): number {
  return numbers.reduce((sum, { value, decimals }) => sum + Math.max(0, value - 0.5 * 10 ** -decimals), 0);
}

function finding(
  { by }: PrintedFigure,
  numbers: readonly PrintedNumber[],
  isComplete: boolean,
  base: number | undefined,
  range: Sum | undefined,
): Finding | undefined {
  const [first, ...others] = numbers;
  if (first === undefined) return undefined;
  const sum = numbers.reduce((whole, { value }) => whole + value, 0).toFixed(first.decimals);
  const about = first.item === undefined && by.length === 0 ? '' : ` (${aboutOf({ ...first, category: undefined })})`;
  const counted = range === undefined ? '' : range.low === range.high ? `${range.low}` : `${range.low} to ${range.high}`;
  const counts = base === undefined || counted === '' ? '' : `, and would be ${counted} of ${base}`;
  return {
    place: first.place,
    expected: isComplete
      ? 'The percentages of all categories must be able to sum to 100 before rounding.'
      : 'The percentages of categories that exclude each other must not exceed 100 before rounding.',
    found: `${numbers.map(({ text }) => text).join(' + ')} is ${sum}${counts}${about}`,
    related: others.map(({ place, category, text }) => ({ place, text: `\`${category ?? 'yes'}\`: ${text}` })),
  };
}
