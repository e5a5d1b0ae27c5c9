import { scaleLinear } from 'd3-scale';
import { symbol, symbolCircle } from 'd3-shape';
import { describeValues, valueTexts, valueWords } from './bars';
import { type Paint, painter } from './paint';
import { fontSize, type Layout, labelRoom, layOut, type PlacedRow, rowName, writeChart, writeLabels, writeText } from './rows';
import { element, escapeMarkup } from './svg';
import { wrap } from './text-width';
import type { ChartOptions, DotsSpec, ValueRow } from './types';
import { writeWhisker } from './whisker';

/** Means as dots on the whole range of their scale, so that a small difference looks small. */
export const dots = (spec: DotsSpec, options: ChartOptions): string => {
  const { fill } = painter(options.standalone === true);
  const layout = layOut(spec.sections, options, { top: 4, after: labelRoom(valueTexts(spec.sections)) + 6 });
  const x = scaleLinear([spec.range.low, spec.range.high], [layout.plot.x, layout.plot.x + layout.plot.width]);
  const ends = writeEnds(spec, layout, fill);
  return writeChart(
    {
      title: spec.title,
      description: describeValues(spec.sections),
      width: layout.width,
      height: layout.bottom + 24 + ends.height,
      kind: 'dots',
    },
    options,
    [
      ...writeGrid(x, layout, fill),
      ...writeLabels(layout, fill),
      ...layout.rows.flatMap((placed) => writeDot(placed, x, layout, fill)),
      ...ends.marks,
    ],
  );
};

type RangeScale = ReturnType<typeof scaleLinear<number, number>>;

const writeGrid = (x: RangeScale, layout: Layout<ValueRow>, fill: Paint): readonly string[] =>
  x.ticks(4).flatMap((tick) => [
    element('rect', { ...fill('cb-track'), x: x(tick) - 0.5, y: 0, width: 1, height: layout.bottom + 4 }),
    writeText(String(tick), layout.bottom + 14, {
      ...fill('cb-muted'),
      x: x(tick),
      'text-anchor': 'middle',
      'font-size': fontSize - 1.5,
    }),
  ]);

const writeDot = (placed: PlacedRow<ValueRow>, x: RangeScale, layout: Layout<ValueRow>, fill: Paint): readonly string[] => {
  const { value } = placed.row;
  if (value.kind === 'none') return [writeText(value.reason, placed.middle, { ...fill('cb-muted'), x: layout.plot.x + 8 })];
  const [low = layout.plot.x, high = low] = x.range();
  const within = (number: number): number => Math.min(high, Math.max(low, x(number)));
  const at = within(value.value);
  const guide = element('rect', {
    ...fill('cb-track'),
    x: layout.plot.x,
    y: placed.middle - 0.5,
    width: layout.plot.width,
    height: 1,
  });
  const dot = element(
    'path',
    { ...fill('cb-s1'), transform: `translate(${at.toFixed(2)} ${placed.middle.toFixed(2)})`, d: circle },
    [element('title', {}, [escapeMarkup(`${rowName(placed)}: ${valueWords(value)}`)])],
  );
  const whisker = value.interval && writeWhisker(within(value.interval.low), within(value.interval.high), placed.middle, fill);
  const textX = layout.plot.x + layout.plot.width + 14;
  return [
    guide,
    ...(whisker ?? []),
    dot,
    writeText(value.text, placed.middle, { ...fill('cb-text'), x: textX, class: 'cb-text cb-number' }),
  ];
};

const circle = symbol().type(symbolCircle).size(110)() ?? '';

/** The words at the two ends of the range, below its numbers. */
const writeEnds = (
  spec: DotsSpec,
  layout: Layout<ValueRow>,
  fill: Paint,
): { readonly height: number; readonly marks: readonly string[] } => {
  if (spec.ends === undefined) return { height: 0, marks: [] };
  const { x, width } = layout.plot;
  const ends = [
    { lines: wrap(spec.ends.low, width / 2 - 6, fontSize - 1), x: x - 3, anchor: 'start' },
    { lines: wrap(spec.ends.high, width / 2 - 6, fontSize - 1), x: x + width + 3, anchor: 'end' },
  ];
  const marks = ends.flatMap((end) =>
    end.lines.map((line, index) =>
      writeText(line, layout.bottom + 29 + index * 13, {
        ...fill('cb-muted'),
        x: end.x,
        'text-anchor': end.anchor,
        'font-size': fontSize - 1.5,
      }),
    ),
  );
  return { height: 2 + 13 * Math.max(...ends.map((end) => end.lines.length)), marks };
};
