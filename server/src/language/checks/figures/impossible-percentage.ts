import type { Rounding } from '../../model/declarations';
import { possiblePercent, roundPercent } from '../../shares';
import type { Check, CheckSubject, Finding } from '../check';
import { baseOf, ownFigures, type PrintedFigure, type PrintedNumber, sharesIn } from './printed';

export const impossiblePercentage: Check = {
  code: 'impossible-percentage',
  severity: 'error',
  title: 'Percentage that cannot occur',
  doc: {
    why: 'A share is a whole number of respondents over the base. Where no whole number gives the printed percentage, the percentage, the base or the rule of rounding is not the one that was used (the GRIM test). Compare both with the source; state `rounding: half_even` where the publisher rounds so. Weighted shares, those of data with a `weight`, are left alone.',
    wrong: `codebook: example
languages: [en]
defaults: {base: answered, rounding: half_up, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
figures:
  satisfied_all: {of: satisfied, base: 40, share: 54}
`,
    right: `codebook: example
languages: [en]
defaults: {base: answered, rounding: half_up, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
figures:
  satisfied_all: {of: satisfied, base: 40, share: 53}
`,
  },
  looksAt: ['figures'],
  run: findImpossible,
};

function* findImpossible(subject: CheckSubject): Iterable<Finding> {
  for (const figure of ownFigures(subject)) {
    for (const share of sharesIn(figure)) {
      if (share.value < 0 || share.value > 100) yield outOfBounds(share);
      else yield* impossibleFor(figure, share);
    }
  }
}

function outOfBounds({ place, text }: PrintedNumber): Finding {
  return {
    place,
    expected: 'A printed percentage must lie between 0 and 100.',
    found: `\`${text}\` is not a share of anything`,
  };
}

function* impossibleFor(figure: PrintedFigure, share: PrintedNumber): Iterable<Finding> {
  const base = baseOf(figure, share);
  if (base === undefined || figure.isWeighted || !Number.isSafeInteger(base.value) || base.value <= 0) return;
  const { rounding } = figure.indicator;
  if (possiblePercent(share.value, share.decimals, base.value, rounding)) return;
  yield {
    place: share.place,
    expected: 'A printed percentage must be what some number of the printed base rounds to.',
    found: `no count of ${base.value} prints as ${share.text} %: ${neighbours(share, base.value, rounding)}${remedy(share, base.value, rounding)}`,
    related: [{ place: base.place, text: `the base, ${base.text}` }],
  };
}

/** The percentages on both sides of an impossible one, with their counts. */
function neighbours(share: PrintedNumber, base: number, rounding: Rounding): string {
  const printed = (count: number) => roundPercent(count, base, share.decimals, rounding);
  const start = Math.min(base, Math.max(0, Math.floor((share.value / 100) * base)));
  const below = printed(start) < share.value ? start : start - 1;
  return [below, below + 1]
    .filter((count) => count >= 0 && count <= base)
    .map((count) => `${count} is ${printed(count).toFixed(share.decimals)} %`)
    .join(', ');
}

/** What would make it possible: the other rule of rounding, else a base close by. */
function remedy({ value, decimals }: PrintedNumber, base: number, rounding: Rounding): string {
  const other = rounding === 'half_up' ? 'half_even' : 'half_up';
  if (possiblePercent(value, decimals, base, other)) return `; under \`${other}\` it can occur`;
  const near = [1, 2, 3, 4, 5].flatMap((step) => [base - step, base + step]);
  const possible = near.filter((candidate) => candidate > 0 && possiblePercent(value, decimals, candidate, rounding));
  const [first, second] = possible;
  if (first === undefined) return '';
  return `; it can occur for a base of ${second === undefined ? first : `${first} or ${second}`}`;
}
