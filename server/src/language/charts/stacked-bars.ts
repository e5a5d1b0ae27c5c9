import { cumsum } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { legendHeight, type Segment, writeDirectLegend, writeLegendRow } from './legend';
import { categoryFills, type FillClass, type Paint, type Painter, type PaintOn, painter } from './paint';
import { barHeight, fontSize, type Layout, layOut, type PlacedRow, rowName, writeChart, writeLabels, writeText } from './rows';
import { element, escapeMarkup } from './svg';
import { textWidth } from './text-width';
import type { ChartOptions, ChartValue, StackedBarsSpec, StackedRow } from './types';

/** Horizontal 100 % stacked bars, one a row. The shares of a row make up its base; a row without numbers says why. */
export const stackedBars = (spec: StackedBarsSpec, options: ChartOptions): string => {
  const fills = categoryFills(spec.categories, spec.order);
  const paint = painter(options.standalone === true);
  const bare = layOut(spec.sections, options, { top: 0, after: 0 });
  const first = bare.rows[0];
  const firstSegments = first === undefined ? [] : segments(spec, fills, first.row, bare);
  const direct = spec.sections[0]?.label === undefined ? writeDirectLegend(firstSegments, bare, paint.fill) : undefined;
  const entries = spec.categories.map((category, index) => ({ label: category.label, fill: fills[index] ?? 'cb-s1' }));
  const top = direct?.height ?? legendHeight(entries, bare.width);
  const layout = layOut(spec.sections, options, { top, after: 0 });
  const stacks = layout.rows.map((placed) => ({ placed, parts: segments(spec, fills, placed.row, layout) }));
  const labels = stacks.some(({ parts }) => parts.some((part) => !fits(part, part.text) && fits(part, withoutUnit(part.text))))
    ? withoutUnit
    : asPrinted;
  const marks = stacks.flatMap(({ placed, parts }) => writeRow(placed, parts, layout, paint, labels));
  return writeChart(
    { title: spec.title, description: describe(spec), width: layout.width, height: layout.bottom + 2, kind: 'stacked' },
    options,
    [...(direct?.marks ?? writeLegendRow(entries, bare.width, paint.fill)), ...writeLabels(layout, paint.fill), ...marks],
  );
};

const segments = (
  spec: StackedBarsSpec,
  fills: readonly FillClass[],
  row: StackedRow,
  layout: Layout<StackedRow>,
): readonly Segment[] => {
  if (missingReason(row.values) !== undefined) return [];
  const shares = row.values.map((value) => (value.kind === 'value' ? Math.max(0, value.value) : 0));
  const ends = [...cumsum(shares)];
  const x = scaleLinear([0, Math.max(1, ends.at(-1) ?? 1)], [layout.plot.x, layout.plot.x + layout.plot.width]);
  return row.values.map((value, index) => {
    const start = x(index === 0 ? 0 : (ends[index - 1] ?? 0));
    return {
      label: spec.categories[index]?.label ?? '',
      fill: fills[index] ?? 'cb-s1',
      x: start,
      width: x(ends[index] ?? 0) - start,
      text: value.kind === 'value' ? value.text : '',
    };
  });
};

const missingReason = (values: readonly ChartValue[]): string | undefined =>
  values.find((value) => value.kind === 'none')?.reason;

const writeRow = (
  placed: PlacedRow<StackedRow>,
  parts: readonly Segment[],
  layout: Layout<StackedRow>,
  paint: Painter,
  label: (text: string) => string,
): readonly string[] => {
  const reason = missingReason(placed.row.values);
  if (reason !== undefined) return [writeText(reason, placed.middle, { ...paint.fill('cb-muted'), x: layout.plot.x })];
  return parts
    .filter((part) => part.width > 0)
    .flatMap((part) => [
      writeSegment(part, placed, layout, paint.fill),
      ...writeSegmentLabel(part, label(part.text), placed.middle, paint.on),
    ]);
};

/** Gaps between segments tell neighbours apart where their colours alone would not. */
const gap = 2;

const writeSegment = (part: Segment, placed: PlacedRow<StackedRow>, layout: Layout<StackedRow>, fill: Paint): string => {
  const isLast = part.x + part.width > layout.plot.x + layout.plot.width - 0.01;
  const width = isLast ? part.width : Math.max(part.width - gap, Math.min(part.width, 0.5));
  return element('rect', { ...fill(part.fill), x: part.x, y: placed.middle - barHeight / 2, width, height: barHeight }, [
    element('title', {}, [escapeMarkup(`${rowName(placed)}: ${part.label} ${part.text}`)]),
  ]);
};

const writeSegmentLabel = (part: Segment, text: string, middle: number, on: PaintOn): readonly string[] =>
  fits(part, text)
    ? [writeText(text, middle, { ...on(part.fill), x: part.x + (part.width - gap) / 2, 'text-anchor': 'middle' })]
    : [];

const fits = (part: Segment, text: string): boolean => textWidth(text, fontSize) + 6 <= part.width - gap;

const asPrinted = (text: string): string => text;

/** Where the sign would crowd out numbers, no segment of the chart has it: a stack to the full width says percent itself. */
const withoutUnit = (text: string): string => text.replace(/[\s\u00a0\u202f]*%$/u, '');

const describe = (spec: StackedBarsSpec): readonly string[] =>
  spec.sections.flatMap((section) =>
    section.rows.map((row) => {
      const reason = missingReason(row.values);
      const words = row.values.map(
        (value, index) => `${spec.categories[index]?.label ?? ''} ${value.kind === 'value' ? value.text : value.reason}`,
      );
      return `${rowName({ row, section: section.label })}: ${reason ?? words.join(', ')}.`;
    }),
  );
