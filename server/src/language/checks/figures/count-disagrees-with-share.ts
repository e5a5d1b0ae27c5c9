import { possiblePercent, roundPercent } from '../../shares';
import type { Check, CheckSubject, Finding } from '../check';
import { baseOf, isSameGroup, ownFigures, type PrintedFigure, type PrintedNumber, sharesIn } from './printed';

export const countDisagreesWithShare: Check = {
  code: 'count-disagrees-with-share',
  severity: 'error',
  title: 'Count that is not the printed share of the base',
  doc: {
    why: 'Where a figure prints the count, the base and the percentage, the three must agree: the count over the base, rounded, is the percentage. One of them was copied wrongly, or belongs to another group.',
    wrong: `codebook: example
languages: [en]
defaults: {base: answered, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
figures:
  satisfied_all: {of: satisfied, base: 164, count: 76, share: 47}
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
  satisfied_all: {of: satisfied, base: 164, count: 76, share: 46}
`,
  },
  looksAt: ['figures'],
  run: findDisagreeing,
};

function* findDisagreeing(subject: CheckSubject): Iterable<Finding> {
  for (const figure of ownFigures(subject)) {
    for (const count of figure.numbers.filter(({ statistic }) => statistic === 'count')) {
      const base = baseOf(figure, count);
      if (base === undefined || !Number.isSafeInteger(base.value) || base.value <= 0) continue;
      if (count.value > base.value) yield aboveBase(count, base);
      else yield* againstShare(figure, count, base);
    }
  }
}

function aboveBase(count: PrintedNumber, base: PrintedNumber): Finding {
  return {
    place: count.place,
    expected: 'A printed count must not exceed its base.',
    found: `the count is ${count.text}, the base ${base.text}`,
    related: [{ place: base.place, text: `the base, ${base.text}` }],
  };
}

/** A percentage that cannot occur for the base at all is another check's. */
function* againstShare(figure: PrintedFigure, count: PrintedNumber, base: PrintedNumber): Iterable<Finding> {
  const share = sharesIn(figure).find((one) => isOfTheSame(figure, one, count));
  const { rounding } = figure.indicator;
  if (share === undefined || figure.isWeighted || !Number.isSafeInteger(count.value) || count.value < 0) return;
  if (!possiblePercent(share.value, share.decimals, base.value, rounding)) return;
  const percent = roundPercent(count.value, base.value, share.decimals, rounding);
  if (percent === share.value) return;
  yield {
    place: count.place,
    expected: 'A printed count over its base must round to the printed percentage.',
    found: `${count.text} of ${base.text} is ${percent.toFixed(share.decimals)} %, but ${share.text} % is printed`,
    related: [
      { place: share.place, text: `the percentage, ${share.text}` },
      { place: base.place, text: `the base, ${base.text}` },
    ],
  };
}

/** For a share of yes the category may be left out. */
function isOfTheSame({ plan }: PrintedFigure, share: PrintedNumber, count: PrintedNumber): boolean {
  const category = (number: PrintedNumber) => number.category ?? (plan.measure === 'share' ? 'yes' : undefined);
  return share.item === count.item && category(share) === category(count) && isSameGroup(share.groups, count.groups);
}
