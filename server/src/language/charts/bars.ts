import { scaleLinear } from 'd3-scale';
import { type Paint, painter } from './paint';
import {
  barHeight,
  fontSize,
  type Layout,
  labelRoom,
  layOut,
  type PlacedRow,
  rowName,
  writeChart,
  writeLabels,
  writeText,
} from './rows';
import { element, escapeMarkup } from './svg';
import type { BarsSpec, ChartOptions, ChartSection, ChartValue, ValueRow } from './types';
import { writeWhisker } from './whisker';

/** Horizontal bars from zero, 0–100 %, for shares that stand alone: of yes by group or item, and multiple response. */
export const bars = (spec: BarsSpec, options: ChartOptions): string => {
  const { fill } = painter(options.standalone === true);
  const layout = layOut(spec.sections, options, { top: 0, after: labelRoom(valueTexts(spec.sections)) });
  return writeChart(
    {
      title: spec.title,
      description: describeValues(spec.sections),
      width: layout.width,
      height: layout.bottom + 24,
      kind: 'bars',
    },
    options,
    [
      ...layout.rows.filter((placed) => placed.row.value.kind === 'value').map((placed) => writeTrack(placed, layout, fill)),
      ...writeLabels(layout, fill),
      ...layout.rows.flatMap((placed) => writeBar(placed, layout, fill)),
      ...writeAxis(layout, fill),
    ],
  );
};

/** The pale ground shows how long a bar of 100 % would be. */
const writeTrack = (placed: PlacedRow<ValueRow>, layout: Layout<ValueRow>, fill: Paint): string =>
  element('rect', {
    ...fill('cb-track'),
    x: layout.plot.x,
    y: placed.middle - barHeight / 2,
    width: layout.plot.width,
    height: barHeight,
  });

const writeBar = (placed: PlacedRow<ValueRow>, layout: Layout<ValueRow>, fill: Paint): readonly string[] => {
  const { value } = placed.row;
  if (value.kind === 'none') return [writeText(value.reason, placed.middle, { ...fill('cb-muted'), x: layout.plot.x + 6 })];
  const at = (share: number): number => percentScale(layout)(Math.min(1, Math.max(0, share)));
  const width = at(value.value) - layout.plot.x;
  const bar = element(
    'rect',
    { ...fill('cb-s1'), x: layout.plot.x, y: placed.middle - barHeight / 2, width, height: barHeight },
    [element('title', {}, [escapeMarkup(`${rowName(placed)}: ${valueWords(value)}`)])],
  );
  const whisker = value.interval && writeWhisker(at(value.interval.low), at(value.interval.high), placed.middle, fill);
  const x = layout.plot.x + layout.plot.width + 8;
  return [bar, ...(whisker ?? []), writeText(value.text, placed.middle, { ...fill('cb-text'), x, class: 'cb-text cb-number' })];
};

const percentScale = (layout: Layout<ValueRow>) => scaleLinear([0, 1], [layout.plot.x, layout.plot.x + layout.plot.width]);

const writeAxis = (layout: Layout<ValueRow>, fill: Paint): readonly string[] => {
  const x = percentScale(layout);
  // A piece for each row: a line through all of them would cross the headings between.
  const baseline = layout.rows.map(({ middle }) =>
    element('rect', {
      ...fill('cb-axis'),
      x: layout.plot.x - 1,
      y: middle - barHeight / 2 - 4,
      width: 1,
      height: barHeight + 8,
    }),
  );
  // The unit stands with each value, in the words of its language.
  const ends = [
    { at: 0, anchor: 'start' },
    { at: 0.5, anchor: 'middle' },
    { at: 1, anchor: 'end' },
  ].map(({ at, anchor }) =>
    writeText(String(at * 100), layout.bottom + 14, {
      ...fill('cb-muted'),
      x: x(at),
      'text-anchor': anchor,
      'font-size': fontSize - 1.5,
    }),
  );
  return [...baseline, ...ends];
};

export const valueTexts = (sections: readonly ChartSection<ValueRow>[]): readonly string[] =>
  sections.flatMap((section) => section.rows.map((row) => (row.value.kind === 'value' ? row.value.text : '')));

/** A number with its interval: "46 % (38–54 %)". */
export const valueWords = ({ text, interval }: Extract<ChartValue, { kind: 'value' }>): string =>
  interval === undefined ? text : `${text} (${interval.text})`;

/** The numbers in words, for those who hear the chart. */
export const describeValues = (sections: readonly ChartSection<ValueRow>[]): readonly string[] =>
  sections.flatMap((section) =>
    section.rows.map((row) => {
      const words = row.value.kind === 'value' ? valueWords(row.value) : row.value.reason;
      return `${rowName({ row, section: section.label })}: ${words}.`;
    }),
  );
