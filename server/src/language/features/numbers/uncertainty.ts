import { formatNumber, formatPercent } from '../../shares/rounding';
import type { Assumption, Cell, Interval, NoUncertainty, ShareTable } from '../../shares/types';
import type { Words } from '../words';
import { type UncertaintyWords, uncertaintyWords } from '../words/uncertainty';

/** A number on the scale of a cell, as its table prints numbers: a share in percent. */
export function onScale(value: number, { statistic }: Pick<Cell, 'statistic'>, table: ShareTable, words: Words): string {
  const { decimals, rounding } = table;
  return statistic === 'share'
    ? formatPercent(value * 100, decimals, words.language, rounding)
    : formatNumber(value, decimals, words.language, rounding);
}

/** "38–54 %", "at most 9 %"; `undefined` where there is no interval. */
export function intervalText(cell: Cell, table: ShareTable, words: Words): string | undefined {
  const { estimate, uncertainty } = cell;
  if (estimate.kind === 'none' || uncertainty?.kind !== 'value' || uncertainty.interval.kind === 'none') return undefined;
  return endsText(uncertainty.interval, cell, table, words);
}

/** The sign of percent stands behind the second end alone. */
export function endsText(
  { low, high, sides }: Interval,
  cell: Pick<Cell, 'statistic'>,
  table: ShareTable,
  words: Words,
): string {
  const own = uncertaintyWords[words.language];
  if (sides === 'upper') return own.atMost(onScale(high, cell, table, words));
  if (sides === 'lower') return own.atLeast(onScale(low, cell, table, words));
  const first = cell.statistic === 'share' ? low * 100 : low;
  const from = formatNumber(first, table.decimals, words.language, table.rounding);
  const between = low < 0 ? ` ${words.language === 'sv' ? 'till' : 'to'} ` : '–';
  return `${from}${between}${onScale(high, cell, table, words)}`;
}

/**
 * What stands behind a number: "standard error 3.9 points · design effect 1.2 · effective n 137 · degrees of freedom 163", and why
 * there is no interval. `''` for what has no uncertainty.
 */
export function detailText({ uncertainty, statistic }: Cell, words: Words): string {
  if (uncertainty?.kind !== 'value') return '';
  const own = uncertaintyWords[words.language];
  const { details } = own;
  const { standardError, designEffect, effectiveN, degreesOfFreedom, interval } = uncertainty;
  const number = (value: number, digits: number) => formatNumber(value, digits, words.language);
  const error =
    statistic === 'share' ? details.points(number(standardError * 100, 1)) : significant(standardError, words.language);
  return [
    `${details.standardError} ${error}`,
    ...(designEffect === undefined ? [] : [`${details.designEffect} ${number(designEffect, 2)}`]),
    ...(effectiveN === undefined ? [] : [`${details.effectiveN} ${number(effectiveN, 0)}`]),
    `${details.degreesOfFreedom} ${number(degreesOfFreedom, 0)}`,
    ...(interval.kind === 'none' ? [own.noInterval[interval.reason]] : []),
  ].join(' · ');
}

/** Three significant digits. */
function significant(value: number, language: string): string {
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return formatNumber(value, Math.min(digits, 15), language);
}

/**
 * What the intervals and standard errors of a table rest on; `[]` for a table of counts.
 * @param among where it stands among others, what they rest on alike is said above them (`assumptionText`)
 */
export function uncertaintyNotes(table: ShareTable, words: Words, among: 'others' | 'none' = 'none'): readonly string[] {
  const uncertainties = table.cells.flatMap(({ uncertainty }) => uncertainty ?? []);
  if (uncertainties.length === 0) return [];
  const own = uncertaintyWords[words.language];
  const known = uncertainties.flatMap((one) => (one.kind === 'value' ? [one] : []));
  const intervals = known.flatMap(({ interval }) => (interval.kind === 'interval' ? [interval] : []));
  const isSaid = known.length > 0 && (among === 'none' || table.assumption.variance === 'ignored');
  return [
    ...(intervals.length === 0 ? [] : [intervalNote(intervals, own, words, among)]),
    ...(isSaid ? [assumptionText(table.assumption, words)] : []),
    ...missingNotes(table, own),
  ];
}

export function assumptionText({ variance, calibration }: Assumption, words: Words): string {
  const own = uncertaintyWords[words.language];
  return [own.variance[variance], ...(calibration === 'not_reflected' ? [own.calibration] : [])].join(' ');
}

/** In the preview, where tables stand among others, an interval stands below its number. */
function intervalNote(intervals: readonly Interval[], own: UncertaintyWords, words: Words, among: 'others' | 'none'): string {
  const methods = [...new Set(intervals.map(({ method }) => own.method[method]))].join(', ');
  const level = (intervals[0]?.level ?? 0) * 100;
  const digits = Number.isInteger(level) ? 0 : 1;
  const say = among === 'others' ? own.inSmall : own.inBrackets;
  return say(formatPercent(level, digits, words.language), methods);
}

/** Why numbers have no standard error, each reason once. */
function missingNotes({ cells }: ShareTable, own: UncertaintyWords): readonly string[] {
  const notes = cells.flatMap(({ estimate, uncertainty }) => {
    if (estimate.kind === 'none' || uncertainty?.kind !== 'none') return [];
    const reason: NoUncertainty = uncertainty.reason;
    return [own.noError[reason](uncertainty.stratum ?? '')];
  });
  return [...new Set(notes)].filter((note) => note !== '');
}
