import type { Codebook } from '../../model/codebook';
import { labelIn } from '../../model/labels';
import { roundedEstimate } from '../../shares/rounded';
import { formatNumber, formatPercent } from '../../shares/rounding';
import type { Cell, ShareTable, TableLabel } from '../../shares/types';
import { isSuppressed } from '../../shares/waves';
import type { WaveDifference, WaveTable } from '../../shares/waves/types';
import { changeText, testTexts } from '../numbers/comparisons';
import type { Words } from '../words';
import { waveWordsFor } from '../words/waves';

/** A comparison laid out as it is printed: a head and a row for each number that both rounds have. */
export interface WaveLines {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Stands behind a difference of what is not alike in both rounds. */
export const notAlikeMark = '≠';

/** What it is, n and number of the earlier round, the same of the later, the difference with its interval, the test. */
export function waveLines(codebook: Codebook, table: WaveTable, language: string, words: Words): WaveLines {
  const own = waveWordsFor(words);
  const isMarked = table.differences.some(({ disparities }) => disparities.length > 0);
  return {
    head: ['', words.n, own.earlier, words.n, own.now, own.difference, ...(isMarked ? [''] : []), ''],
    rows: table.differences.map((one) => rowOf(one, { codebook, table: table.now, language, words, isMarked })),
  };
}

interface Laid {
  readonly codebook: Codebook;
  readonly table: ShareTable;
  readonly language: string;
  readonly words: Words;
  readonly isMarked: boolean;
}

function rowOf(one: WaveDifference, laid: Laid): readonly string[] {
  const { earlier, now, disparities } = one;
  const { table, words } = laid;
  return [
    whatText(now, laid),
    ...[earlier, now].flatMap((cell) => [
      isSuppressed(cell) ? '–' : formatNumber(cell.waterfall.base.n, 0, words.language),
      numberText(cell, table, words),
    ]),
    changeText(one, now.statistic, table, words),
    ...(laid.isMarked ? [disparities.length > 0 ? notAlikeMark : ''] : []),
    testTexts(one, words).join(' · '),
  ];
}

/** "North · Loans · Yes"; the total by its own word, or the statistic where nothing else is said. */
function whatText({ groups, item, category, at, statistic }: Cell, { codebook, table, language, words }: Laid): string {
  const split = groups.map((group, place) => {
    if (group === 'total') return words.total;
    if (group === 'missing') return `${words.noGroup}: ${labelOfVariable(codebook, table.by[place] ?? '', language)}`;
    return labelOf(table.groups[place] ?? [], group, language);
  });
  const isTotal = groups.every((group) => group === 'total');
  const own = [
    ...(item === undefined ? [] : [labelOf(table.items, item, language)]),
    ...(category === undefined ? [] : [labelOf(table.categories, category, language)]),
    ...(at === undefined ? [] : [`${words.statistic[statistic]} ${at}`]),
  ];
  const isOneOfSeveral = new Set(table.cells.map((cell) => cell.statistic)).size > 1;
  const named = own.length === 0 && (isOneOfSeveral || groups.length === 0) ? [words.statistic[statistic]] : own;
  const place = groups.length === 0 ? [] : isTotal ? [words.total] : [split.join(' × ')];
  return [...place, ...named].join(' · ');
}

function labelOfVariable({ variables }: Codebook, name: string, language: string): string {
  return labelIn(variables.get(name)?.labels ?? {}, language, name);
}

function labelOf(labels: readonly TableLabel[], id: string, language: string): string {
  const label = labels.find((one) => one.id === id);
  return label === undefined ? id : labelIn(label.labels, language, id);
}

function numberText(cell: Cell, { decimals, rounding }: ShareTable, words: Words): string {
  const { estimate, statistic } = cell;
  const rounded = isSuppressed(cell) ? undefined : roundedEstimate(estimate, statistic, decimals, rounding);
  if (rounded === undefined) return '–';
  return statistic === 'share'
    ? formatPercent(rounded, decimals, words.language)
    : formatNumber(rounded, decimals, words.language);
}
