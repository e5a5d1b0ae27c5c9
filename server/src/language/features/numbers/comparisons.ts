import type { Codebook } from '../../model/codebook';
import { labelIn } from '../../model/labels';
import { formatNumber } from '../../shares/rounding';
import type { Difference, DifferenceSide, IndependenceTest, ShareTable, Statistic } from '../../shares/types';
import type { Words } from '../words';
import { uncertaintyWords } from '../words/uncertainty';
import { endsText } from './uncertainty';

/** A difference or test as a line: what is compared, and what came out. */
export interface ComparisonLine {
  readonly what: string;
  readonly result: string;
}

/** The differences and tests of a table, in their order; `[]` where the codebook asks for none. */
export function comparisonLines(
  codebook: Codebook,
  table: ShareTable,
  language: string,
  words: Words,
): readonly ComparisonLine[] {
  const naming = { codebook, table, language, words };
  return [
    ...table.differences.map((one) => ({ what: whatText(one, naming), result: differenceText(one, naming) })),
    ...table.tests.map((one) => ({ what: testedText(one, naming), result: testText(one, words) })),
  ];
}

/** How many differences are shown, where there are several: so many may look large by chance. */
export function comparisonNotes({ differences }: ShareTable, words: Words): readonly string[] {
  const tested = differences.filter(({ pValue }) => pValue !== undefined);
  if (tested.length < 2) return [];
  const adjusted = tested.every((one) => one.adjusted !== undefined);
  return [uncertaintyWords[words.language].comparisons(formatNumber(tested.length, 0, words.language), adjusted)];
}

interface Naming {
  readonly codebook: Codebook;
  readonly table: ShareTable;
  readonly language: string;
  readonly words: Words;
}

function whatText({ item, from, to }: Difference, naming: Naming): string {
  const { items } = naming.table;
  const label = items.find(({ id }) => id === item);
  const of = label === undefined ? [] : [labelIn(label.labels, naming.language, label.id)];
  return [...of, `${sideText(to, naming)} − ${sideText(from, naming)}`].join(': ');
}

function sideText({ groups, category, rest }: DifferenceSide, { table, language, words }: Naming): string {
  const answer = table.categories.find(({ id }) => id === category);
  const names = groups.flatMap((id, at) => {
    const isLast = at === groups.length - 1;
    if (isLast && rest === true) return [uncertaintyWords[words.language].rest];
    if (id === 'total') return [];
    if (id === 'missing') return [words.noGroup];
    const label = table.groups[at]?.find((group) => group.id === id);
    return [label === undefined ? id : labelIn(label.labels, language, id)];
  });
  const parts = [...names, ...(answer === undefined ? [] : [labelIn(answer.labels, language, answer.id)])];
  return parts.length === 0 ? words.total : parts.join(', ');
}

function differenceText(difference: Difference, { table, words }: Naming): string {
  const { statistic } = table.cells[0] ?? { statistic: 'share' };
  const number = changeText(difference, statistic, table, words);
  return difference.estimate.kind === 'none' ? number : [number, ...testTexts(difference, words)].join(' · ');
}

/** A difference of two numbers of a table with its interval: "12 points (3–21)". */
export function changeText(
  { estimate, uncertainty }: Pick<Difference, 'estimate' | 'uncertainty'>,
  statistic: Statistic,
  table: ShareTable,
  words: Words,
): string {
  if (estimate.kind === 'none') return words.noNumber[estimate.reason];
  const isShare = statistic === 'share';
  const decimals = Math.max(table.decimals, isShare ? 0 : 1);
  const number = formatNumber(isShare ? estimate.value * 100 : estimate.value, decimals, words.language, table.rounding);
  const interval = uncertainty?.kind === 'value' && uncertainty.interval.kind === 'interval' ? uncertainty.interval : undefined;
  // Points, not percent: a difference of two percentages is no percentage.
  const scaled = { ...table, decimals };
  const ends =
    interval === undefined
      ? []
      : [`(${endsText(isShare ? inPoints(interval) : interval, { statistic: 'mean' }, scaled, words)})`];
  return [isShare ? uncertaintyWords[words.language].details.points(number) : number, ...ends].join(' ');
}

/** The p values of a difference, or why there is none. */
export function testTexts(
  { pValue, adjusted, withoutTest }: Pick<Difference, 'pValue' | 'adjusted' | 'withoutTest'>,
  words: Words,
): readonly string[] {
  const own = uncertaintyWords[words.language];
  return [
    ...(pValue === undefined ? [] : [pText(own.pValue, pValue, words)]),
    ...(adjusted === undefined ? [] : [pText(own.adjustedP, adjusted, words)]),
    ...(withoutTest === undefined ? [] : [own.withoutTest[withoutTest]]),
  ];
}

function inPoints<T extends { readonly low: number; readonly high: number }>(interval: T): T {
  return { ...interval, low: interval.low * 100, high: interval.high * 100 };
}

/** As journals print them: three decimals, and never 0. */
function pText(name: string, p: number, words: Words): string {
  return p < 0.001 ? `${name} < ${formatNumber(0.001, 3, words.language)}` : `${name} = ${formatNumber(p, 3, words.language)}`;
}

function testedText({ item, variables }: IndependenceTest, { codebook, table, language, words }: Naming): string {
  const label = table.items.find(({ id }) => id === item);
  const first =
    label === undefined ? labelIn(table.subject.labels, language, variables[0]) : labelIn(label.labels, language, label.id);
  const split = table.by.map((name) => labelIn(codebook.variables.get(name)?.labels ?? {}, language, name));
  return uncertaintyWords[words.language].independence(first, split.join(' × '));
}

/** "F = 12.3 (df 1.9; 310) · p < 0.001 · n = 1,660 (Rao–Scott)". */
function testText({ result }: IndependenceTest, words: Words): string {
  const own = uncertaintyWords[words.language];
  if (result.kind === 'none') return own.noTest[result.reason];
  const number = (value: number, digits: number) => formatNumber(value, digits, words.language);
  const df = `df ${number(result.numeratorDf, 1)}; ${number(result.denominatorDf, 0)}`;
  return [
    `Rao–Scott F = ${number(result.f, 2)} (${df})`,
    pText(own.pValue, result.pValue, words),
    `${words.n} = ${number(result.n, 0)}`,
  ].join(' · ');
}
