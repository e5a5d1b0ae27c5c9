import type { Codebook } from '../../model/codebook';
import { isOfTicks } from '../../model/indicators';
import { membersOf } from '../../shares/policy';
import { roundedEstimate } from '../../shares/rounded';
import { formatPercent, roundNumber } from '../../shares/rounding';
import type { Cell, ShareTable } from '../../shares/types';
import type { Words } from '../words';
import { comparisonNotes } from './comparisons';
import type { NumberTable } from './table';
import { waterfallText } from './text';
import { uncertaintyNotes } from './uncertainty';
import { verdictNotes } from './verdicts';

/**
 * What must be known to read a table rightly: its bases, its weights, what its errors rest on, its bounds, and what does not sum.
 * @param language of labels
 * @param among whether it stands among others, under a line that says what the errors of all of them rest on
 */
export function notesOf(
  codebook: Codebook,
  numbers: NumberTable,
  language: string,
  words: Words,
  among: 'others' | 'none' = 'none',
): readonly string[] {
  const { table } = numbers;
  const totals = table.cells.filter(({ groups }) => groups.every((group) => group === 'total'));
  const bases = waterfallText(totals, words);
  return [
    ...(bases === '' ? [] : [bases]),
    ...(table.weighted ? [words.notes.weighted] : []),
    ...verdictNotes(codebook, table, language, words),
    ...uncertaintyNotes(table, words, among),
    ...comparisonNotes(table, words),
    ...boundsNote(numbers, words),
    ...sumNote(codebook, numbers, words),
    ...netNote(codebook, numbers, words),
  ];
}

/** Groups whose share the unknown items could change, as many as are easily read. */
const mostBounds = 6;

function boundsNote({ table, sections }: NumberTable, words: Words): readonly string[] {
  const rows = sections.flatMap(({ label, rows }) =>
    rows.flatMap((row) => {
      const cell = row.cells.find((one) => one?.bounds !== undefined);
      return cell?.bounds === undefined
        ? []
        : [{ name: label === undefined ? row.label : `${label}, ${row.label}`, ...cell.bounds }];
    }),
  );
  if (rows.length === 0) return [];
  const open = rows.flatMap(({ name, low, high }) => {
    const [least, most] = [percent(low, table, words), percent(high, table, words)];
    return least === most ? [] : [`${name} ${words.notes.between(least, most)}`];
  });
  return [open.length === 0 ? words.notes.boundsSame : words.notes.bounds(open.slice(0, mostBounds))];
}

function percent(share: number, { decimals, rounding }: ShareTable, words: Words): string {
  return formatPercent(share * 100, decimals, words.language, rounding);
}

function sumNote(codebook: Codebook, { table, sections, columns }: NumberTable, words: Words): readonly string[] {
  if (!table.stackable) {
    if (table.items.length < 2 || table.cells[0]?.statistic !== 'share') return [];
    return [isMultiple(codebook, table) ? words.notes.multiple : words.notes.items];
  }
  const shown = sections.flatMap(({ rows }) => rows.map(({ cells }) => cells.filter((_, at) => columns[at]?.net !== true)));
  return shown.some((cells) => !sumsTo100(cells, table)) ? [words.notes.rounding] : [];
}

/** Whether a group of answers is printed otherwise than its parts add up to. */
function netNote(codebook: Codebook, { table, sections, columns }: NumberTable, words: Words): readonly string[] {
  const nets = columns.filter(({ net }) => net).map(({ key }) => key);
  if (nets.length === 0) return [];
  const isApart = (cells: readonly (Cell | undefined)[], net: string): boolean => {
    const shown = new Map(cells.map((cell) => [cell?.category, cell && shareOf(cell, table)]));
    const parts = membersOf(codebook, table, net).map((member) => shown.get(member));
    const whole = shown.get(net);
    if (whole === undefined || parts.length === 0 || parts.includes(undefined)) return false;
    const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
    return roundNumber(sum, table.decimals, table.rounding) !== whole;
  };
  const rows = sections.flatMap((section) => section.rows);
  return rows.some(({ cells }) => nets.some((net) => isApart(cells, net))) ? [words.notes.nets] : [];
}

function shareOf({ estimate }: Cell, { decimals, rounding }: ShareTable): number | undefined {
  return roundedEstimate(estimate, 'share', decimals, rounding);
}

function isMultiple(codebook: Codebook, { subject }: ShareTable): boolean {
  if (subject.kind !== 'indicator') return codebook.questions.get(subject.id)?.type === 'multiple';
  const of = codebook.indicators.get(subject.id)?.of;
  return of !== undefined && isOfTicks(codebook, of);
}

/** Rows without numbers have nothing to sum. */
function sumsTo100(cells: readonly (Cell | undefined)[], table: ShareTable): boolean {
  const rounded = cells.map((cell) => cell && shareOf(cell, table));
  if (rounded.some((one) => one === undefined)) return true;
  const sum = rounded.reduce<number>((total, one) => total + (one ?? 0), 0);
  return roundNumber(sum, table.decimals, table.rounding) === 100;
}
