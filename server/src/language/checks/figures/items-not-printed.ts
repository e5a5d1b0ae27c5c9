import { possibleCounts } from '../../shares';
import type { Check, CheckSubject, Finding } from '../check';
import { aboutOf, baseOf, groupBy, isOwn, type PrintedFigure, type PrintedNumber, printedFigures, sharesIn } from './printed';

export const itemsNotPrinted: Check = {
  code: 'items-not-printed',
  severity: 'hint',
  title: 'Items of a battery that were not published',
  doc: {
    why: 'A reader takes the items of a chart to be all that were asked. If some were left out, the publication should say so; if an item was never asked, it does not belong in the codebook. Shares that together cover less than the base show that some people chose none of the items printed.',
    wrong: `codebook: example
languages: [en]
defaults: {base: answered, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  partners:
    text: With whom did you collaborate?
    scale: yes_no
    items: {universities: Universities, companies: Companies, others: Others}
indicators:
  partner_profile: {measure: share, of: partners = yes, by: []}
figures:
  partners_all: {indicator: partner_profile, share: {universities: 22, companies: 25}}
`,
    right: `codebook: example
languages: [en]
defaults: {base: answered, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  partners:
    text: With whom did you collaborate?
    scale: yes_no
    items: {universities: Universities, companies: Companies, others: Others}
indicators:
  partner_profile: {measure: share, of: partners = yes, by: []}
figures:
  partners_all: {indicator: partner_profile, share: {universities: 22, companies: 25, others: 61}}
`,
  },
  runOnFile: findUnprinted,
};

/** A battery may be published in several figures with the same split: together they are one. */
function* findUnprinted({ codebook }: CheckSubject): Iterable<Finding> {
  const ofItems = printedFigures(codebook).filter(({ plan }) => plan.rows.length > 1);
  const together = groupBy(ofItems, ({ indicator, by }) => [indicator.declaration.id.text, ...by].join('\n'));
  for (const figures of together.values()) {
    const [first] = figures;
    const shares = figures.flatMap(sharesIn);
    const [firstShare] = shares;
    if (first === undefined || firstShare === undefined || !isOwn(codebook, first)) continue;
    const printed = new Set(shares.map(({ item }) => item));
    const items = first.plan.rows.flatMap(({ item }) => item?.id ?? []);
    const left = items.filter((item) => !printed.has(item));
    if (left.length > 0) yield finding(figures, first, left, items.length);
  }
}

function finding(figures: readonly PrintedFigure[], first: PrintedFigure, left: readonly string[], of: number): Finding {
  const shares = figures.flatMap((figure) => mostShares(figure));
  const cover = [...groupBy(shares, ({ group }) => group)].flatMap(([group, parts]) => {
    const most = parts.reduce((sum, part) => sum + part.most, 0);
    const sum = parts.reduce((whole, part) => whole + part.value, 0);
    return most < 100 ? [`${sum} %${group === '' ? '' : ` of ${group}`}`] : [];
  });
  const named = left.map((item) => `\`${item}\``).join(', ');
  const covered = cover.length === 0 ? '' : `, whose shares sum to no more than ${cover.join(' and ')}`;
  return {
    place: first.declaration.id.place,
    expected: 'The published items of a battery should be all that were asked.',
    found: `${named} ${left.length === 1 ? 'has' : 'have'} no number; only ${of - left.length} of ${of} items are printed${covered}`,
  };
}

interface Most {
  readonly group: string;
  readonly value: number;
  /** The most the share can be before rounding, in percent. */
  readonly most: number;
}

/** Shares of yes, each with the most it can be. */
function mostShares(figure: PrintedFigure): readonly Most[] {
  if (figure.plan.measure !== 'share') return [];
  return sharesIn(figure)
    .filter(({ category }) => category === undefined || category === 'yes')
    .map((share) => ({ group: aboutOf({ groups: share.groups }), value: share.value, most: mostOf(figure, share) }));
}

function mostOf(figure: PrintedFigure, share: PrintedNumber): number {
  const base = figure.isWeighted ? undefined : baseOf(figure, share)?.value;
  const counts = base === undefined ? undefined : possibleCounts(share.value, share.decimals, base, figure.indicator.rounding);
  return base === undefined || counts === undefined ? share.value + 0.5 * 10 ** -share.decimals : (100 * counts.high) / base;
}
