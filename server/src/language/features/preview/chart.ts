import { bars } from '../../charts/bars';
import { dots } from '../../charts/dots';
import { stackedBars } from '../../charts/stacked-bars';
import type { ChartRow, ChartValue, DotsSpec } from '../../charts/types';
import type { Cell } from '../../shares/types';
import { nText } from '../numbers/rows';
import type { NumberRow, NumberTable } from '../numbers/table';
import { estimateText } from '../numbers/text';
import { intervalText } from '../numbers/uncertainty';
import type { Words } from '../words';

type ChartNumber = Extract<ChartValue, { kind: 'value' }>;

export interface ChartFrame {
  readonly title: string;
  /** CSS pixels. */
  readonly width: number;
  readonly order: 'ascending' | 'descending' | undefined;
  /** The ends of a mean's scale; without it a mean is not drawn. */
  readonly range: Pick<DotsSpec, 'range' | 'ends'> | undefined;
}

/** The chart of a table; `''` where its numbers are best read as numbers. */
export function chartOf(numbers: NumberTable, frame: ChartFrame, words: Words): string {
  const statistic = numbers.table.cells[0]?.statistic;
  if (numbers.table.stackable) return stacked(numbers, frame, words);
  if (statistic === 'share') return bars(valuesOf(numbers, frame, words), { width: frame.width });
  if (statistic === 'mean' && frame.range !== undefined) {
    return dots({ ...valuesOf(numbers, frame, words), ...frame.range }, { width: frame.width });
  }
  return '';
}

function stacked(numbers: NumberTable, { title, width, order }: ChartFrame, words: Words): string {
  const shown = numbers.columns.flatMap((column, at) => (column.net ? [] : [{ ...column, at }]));
  const spec = {
    title,
    categories: shown.map(({ label, missing }) => ({ label, missing })),
    order: order === undefined ? 'nominal' : order === 'ascending' ? 'least_first' : 'most_first',
    sections: numbers.sections.map(({ label, rows }) => ({
      ...(label === undefined ? {} : { label }),
      rows: rows.map((row) => ({
        ...chartRow(row, words),
        values: shown.map(({ at }) => chartValue(row.cells[at], numbers, words)),
      })),
    })),
  } as const;
  return stackedBars(spec, { width });
}

function valuesOf(numbers: NumberTable, { title }: ChartFrame, words: Words) {
  return {
    title,
    sections: numbers.sections.map(({ label, rows }) => ({
      ...(label === undefined ? {} : { label }),
      rows: rows.map((row) => ({ ...chartRow(row, words), value: chartValue(row.cells[0], numbers, words) })),
    })),
  };
}

function chartRow(row: NumberRow, words: Words): ChartRow {
  return { label: row.label, n: `n = ${nText(row, words)}`, ...(row.total ? { total: true } : {}) };
}

function chartValue(cell: Cell | undefined, { table }: NumberTable, words: Words): ChartValue {
  if (cell === undefined) return { kind: 'none', reason: words.noNumber.no_data };
  if (cell.estimate.kind === 'none') return { kind: 'none', reason: words.noNumber[cell.estimate.reason] };
  return {
    kind: 'value',
    value: cell.estimate.value,
    text: estimateText(cell, table, words),
    ...chartInterval(cell, table, words),
  };
}

function chartInterval(cell: Cell, table: NumberTable['table'], words: Words): Pick<ChartNumber, 'interval'> {
  const text = intervalText(cell, table, words);
  const interval = cell.uncertainty?.kind === 'value' ? cell.uncertainty.interval : undefined;
  if (text === undefined || interval?.kind !== 'interval') return {};
  return { interval: { low: interval.low, high: interval.high, text } };
}
