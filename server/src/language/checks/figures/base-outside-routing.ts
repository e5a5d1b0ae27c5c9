import type { Codebook } from '../../model/codebook';
import { type CountRange, possibleCounts } from '../../shares';
import type { Check, CheckSubject, Finding } from '../check';
import { exclusiveOf } from './complete';
import { groupKey, type PrintedBase, populationOf, printedBases } from './populations';
import {
  aboutOf,
  baseOf,
  groupBy,
  isOwn,
  isSameGroup,
  type PrintedFigure,
  type PrintedNumber,
  printedFigures,
  sharesIn,
} from './printed';
import { type Route, routesTo } from './routes';

export const baseOutsideRouting: Check = {
  code: 'base-outside-routing',
  severity: 'warning',
  title: 'Base that the routing answers do not give',
  doc: {
    why: 'How many are led to a follow-up question is printed too, as the share of the answer that leads there: 51 % of 1,290 is 652 to 664 people. If the follow-up has another base, some left it unanswered, or people who were not led to it are counted: the source should say which.',
    wrong: `codebook: example
languages: [en]
defaults: {base: answered, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  innovated: {text: Did you introduce an innovation?, scale: yes_no}
  novel: {text: Was it new to all?, ask_if: innovated = yes, scale: yes_no}
figures:
  innovated_all: {of: innovated, base: 1290, share: {"yes": 51, "no": 49}}
  novel_all: {of: novel, base: 649, share: 22}
`,
    right: `codebook: example
languages: [en]
defaults: {base: answered, source: {title: Annual report}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  innovated: {text: Did you introduce an innovation?, scale: yes_no}
  novel: {text: Was it new to all?, ask_if: innovated = yes, scale: yes_no}
figures:
  innovated_all: {of: innovated, base: 1290, share: {"yes": 51, "no": 49}}
  novel_all: {of: novel, base: 653, share: 22}
`,
  },
  runOnFile: findOutside,
};

/** A base with what the printed share of its routing answer allows. */
interface Outside {
  readonly base: PrintedBase;
  readonly led: Led;
}

interface Led {
  readonly figure: PrintedFigure;
  readonly number: PrintedNumber;
  readonly of: PrintedNumber;
  readonly range: CountRange;
}

function* findOutside({ codebook }: CheckSubject): Iterable<Finding> {
  const own = printedBases(codebook).filter(({ figure }) => isOwn(codebook, figure));
  const outside = own.flatMap((base): readonly Outside[] => {
    const led = ledTo(codebook, base);
    const { value } = base.number;
    return led === undefined || (led.range.low <= value && value <= led.range.high) ? [] : [{ base, led }];
  });
  for (const ofFigure of groupBy(outside, ({ base }) => base.figure.declaration.id.text).values()) yield* finding(ofFigure);
}

function* finding(all: readonly Outside[]): Iterable<Finding> {
  const firsts = [...groupBy(all, ({ base }) => base.group).values()].flatMap(([first]) => first ?? []);
  const [first] = firsts;
  if (first === undefined) return;
  yield {
    place: first.base.number.place,
    expected: 'Those counted because of an answer must be as many as the printed share of that answer allows.',
    found: firsts.map(describe).join('; '),
    related: firsts.map(({ led: { figure, number } }) => ({
      place: number.place,
      text: `${number.text} in \`${figure.declaration.id.text}\``,
    })),
  };
}

function describe({ base, led: { figure, number, of, range } }: Outside): string {
  const about = aboutOf({ groups: base.number.groups });
  const allowed = range.low === range.high ? `${range.low}` : `${range.low} to ${range.high}`;
  const said = number.statistic === 'count' ? `${number.text} were led to it` : `${number.text} % of ${of.text} are ${allowed}`;
  return `the base${about === '' ? '' : ` of ${about}`} is ${base.number.text}, but ${said} (\`${figure.declaration.id.text}\`)`;
}

/** The printed number of those led to a question, in the group of its base. */
function ledTo(codebook: Codebook, base: PrintedBase): Led | undefined {
  for (const route of routesTo(codebook, base.population)) {
    for (const figure of printedFigures(codebook)) {
      const led = isAbout(codebook, figure, route) ? ledIn(codebook, figure, route, base.group) : undefined;
      if (led !== undefined) return led;
    }
  }
  return undefined;
}

/** Whether a figure shows the routing answer, for those who were asked for it. */
function isAbout(codebook: Codebook, figure: PrintedFigure, route: Route): boolean {
  if (figure.isWeighted || !route.isShownBy(figure)) return false;
  const population = populationOf(codebook, figure, itemIn(figure, route));
  return population?.among === route.among && population.conditions.join('\n') === route.conditions.join('\n');
}

/** A figure of one item alone does not name it. */
function itemIn({ plan }: PrintedFigure, { item }: Route): string | undefined {
  return plan.rows.some((row) => row.item !== undefined) ? item : undefined;
}

function ledIn(codebook: Codebook, figure: PrintedFigure, route: Route, group: string): Led | undefined {
  const wanted = itemIn(figure, route);
  const inGroup = figure.numbers.filter(
    ({ item, groups }) => item === wanted && groupKey(codebook, figure.by, groups) === group,
  );
  const count = inGroup.find((number) => number.statistic === 'count' && route.isAnswer(number.category));
  if (count !== undefined) return { figure, number: count, of: count, range: { low: count.value, high: count.value } };
  const share = sharesIn(figure).find((number) => inGroup.includes(number) && route.isAnswer(number.category));
  const base = share === undefined ? undefined : baseOf(figure, share);
  if (share === undefined || base === undefined) return undefined;
  const range = possibleCounts(share.value, share.decimals, base.value, figure.indicator.rounding);
  if (range === undefined) return undefined;
  return { figure, number: share, of: base, range: narrowed(codebook, figure, share, base.value, range) };
}

/** Where yes and no are both printed and make up the base, each narrows what the other may stand for. */
function narrowed(
  codebook: Codebook,
  figure: PrintedFigure,
  share: PrintedNumber,
  base: number,
  range: CountRange,
): CountRange {
  const beside = sharesIn(figure).filter(({ item, groups }) => item === share.item && isSameGroup(groups, share.groups));
  const others = beside.filter((number) => number !== share);
  const [other] = others;
  if (other === undefined || others.length > 1 || !exclusiveOf(codebook, figure, beside).isComplete) return range;
  const counts = possibleCounts(other.value, other.decimals, base, figure.indicator.rounding);
  if (counts === undefined) return range;
  const both = { low: Math.max(range.low, base - counts.high), high: Math.min(range.high, base - counts.low) };
  return both.low <= both.high ? both : range;
}
