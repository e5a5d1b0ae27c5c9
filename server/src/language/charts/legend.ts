import type { FillClass, Paint } from './paint';
import { fontSize, type Layout, writeText } from './rows';
import { element } from './svg';
import { textWidth, wrap } from './text-width';
import type { ChartRow } from './types';

/** What the colours mean: written above the first bar where it fits, else as a row of swatches in the same order. */

interface LegendEntry {
  readonly label: string;
  readonly fill: FillClass;
}

/** The part of a row's bar that one category takes, in pixels. */
export interface Segment {
  readonly label: string;
  readonly fill: FillClass;
  readonly x: number;
  readonly width: number;
  readonly text: string;
}

const lineHeight = 14;
const swatch = 10;

/** Labels that start where their segments start. `undefined` unless every category has a segment wide enough for its label. */
export const writeDirectLegend = <Row extends ChartRow>(
  segments: readonly Segment[],
  layout: Layout<Row>,
  fill: Paint,
): { readonly height: number; readonly marks: readonly string[] } | undefined => {
  const labels = segments.map((segment) => wrap(segment.label, segment.width - 8, fontSize));
  const lines = Math.max(0, ...labels.map((label) => label.length));
  const fits = segments.every(
    (segment, index) =>
      segment.width > 24 && labels[index]?.every((line) => textWidth(line, fontSize) <= segment.width - 8) === true,
  );
  if (lines === 0 || lines > 2 || !fits || segments.some(breaksWord)) return undefined;
  const height = lines * lineHeight + 6;
  const marks = segments.flatMap((segment, index) =>
    (labels[index] ?? []).map((line, row, all) =>
      writeText(line, (lines - all.length + row) * lineHeight + lineHeight / 2, { ...fill('cb-muted'), x: segment.x }),
    ),
  );
  return layout.rows.length === 0 ? undefined : { height, marks };
};

const breaksWord = (segment: Segment): boolean =>
  segment.label.split(/[ /–-]/u).some((word) => textWidth(word, fontSize) > segment.width - 8);

/** Height of the row of swatches with the space below it. */
export const legendHeight = (entries: readonly LegendEntry[], width: number): number => placeEntries(entries, width).height + 8;

export const writeLegendRow = (entries: readonly LegendEntry[], width: number, fill: Paint): readonly string[] =>
  placeEntries(entries, width).placed.flatMap(({ entry, lines, x, top }) => [
    element('rect', { ...fill(entry.fill), x, y: top + (lineHeight - swatch) / 2, width: swatch, height: swatch }),
    ...lines.map((line, index) =>
      writeText(line, top + (index + 0.5) * lineHeight, { ...fill('cb-muted'), x: x + swatch + 5 }),
    ),
  ]);

interface PlacedEntry {
  readonly entry: LegendEntry;
  readonly lines: readonly string[];
  readonly x: number;
  readonly top: number;
}

/** Entries side by side, a new line where the next would pass the right edge. */
const placeEntries = (
  entries: readonly LegendEntry[],
  width: number,
): { readonly height: number; readonly placed: readonly PlacedEntry[] } => {
  const placed: PlacedEntry[] = [];
  let x = 0;
  let top = 0;
  let lineBottom = 0;
  for (const entry of entries) {
    const lines = wrap(entry.label, width - swatch - 5, fontSize);
    const own = swatch + 5 + Math.max(...lines.map((line) => textWidth(line, fontSize)));
    if (x > 0 && x + own > width) {
      x = 0;
      top = lineBottom;
    }
    placed.push({ entry, lines, x, top });
    x += own + 16;
    lineBottom = Math.max(lineBottom, top + lines.length * (lineHeight + 3));
  }
  return { height: lineBottom, placed };
};
