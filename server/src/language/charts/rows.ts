import { max } from 'd3-array';
import type { Paint } from './paint';
import { element, escapeMarkup } from './svg';
import { textWidth, wrap } from './text-width';
import type { ChartOptions, ChartRow, ChartSection } from './types';

/** The common shape of every chart here: labels and n at the left, one mark a row at the right, sections under headings. */

export const fontSize = 12;
export const barHeight = 20;
const lineHeight = 15;
const columnGap = 10;
const rowGap = 8;
const sectionGap = 20;
const totalGap = 6;

export interface Layout<Row extends ChartRow> {
  readonly width: number;
  readonly plot: { readonly x: number; readonly width: number };
  /** The right edge of the column of n; a narrow chart writes n below its label instead. */
  readonly nRight: number | undefined;
  readonly headings: readonly PlacedHeading[];
  readonly rows: readonly PlacedRow<Row>[];
  readonly bottom: number;
}

export interface PlacedRow<Row extends ChartRow> {
  readonly row: Row;
  readonly section: string | undefined;
  readonly lines: readonly string[];
  /** The vertical middle of the row. */
  readonly middle: number;
}

interface PlacedHeading {
  readonly lines: readonly string[];
  readonly top: number;
}

/** `after` is the room kept free at the right of the plot, for labels beside the marks. */
export const layOut = <Row extends ChartRow>(
  sections: readonly ChartSection<Row>[],
  options: ChartOptions,
  place: { readonly top: number; readonly after: number },
): Layout<Row> => {
  const { width, labelWidth, nRight, plot } = columns(sections, options, place.after);
  const headings: PlacedHeading[] = [];
  const rows: PlacedRow<Row>[] = [];
  let y = place.top;
  for (const [index, section] of sections.entries()) {
    if (index > 0) y += sectionGap;
    if (section.label !== undefined) {
      const lines = wrap(section.label, width, fontSize);
      headings.push({ lines, top: y });
      y += lines.length * lineHeight + rowGap;
    }
    for (const [rowIndex, row] of section.rows.entries()) {
      if (rowIndex > 0) y += setApart(section.rows[rowIndex - 1], row) ? rowGap + totalGap : rowGap;
      const lines = wrap(row.label, labelWidth, fontSize);
      const lineCount = lines.length + (nRight === undefined ? 1 : 0);
      const height = Math.max(barHeight, lineCount * lineHeight);
      rows.push({ row, section: section.label, lines, middle: y + height / 2 });
      y += height;
    }
  }
  return { width, plot, nRight, headings, rows, bottom: y };
};

const setApart = (above: ChartRow | undefined, below: ChartRow): boolean => (above?.total === true) !== (below.total === true);

const columns = <Row extends ChartRow>(
  sections: readonly ChartSection<Row>[],
  options: ChartOptions,
  after: number,
): {
  readonly width: number;
  readonly labelWidth: number;
  readonly nRight: number | undefined;
  readonly plot: { readonly x: number; readonly width: number };
} => {
  const width = Math.max(240, Math.round(options.width));
  const rows = sections.flatMap((section) => section.rows);
  const nWidth = Math.ceil(max(rows, (row) => textWidth(row.n, fontSize)) ?? 0);
  // A total is set in bold, which is wider.
  const needed = max(rows, (row) => textWidth(row.label, fontSize) * (row.total === true ? 1.08 : 1)) ?? 0;
  const isNarrow = width < narrow;
  const labelWidth = Math.ceil(Math.min(Math.max(needed, isNarrow ? nWidth : 0), width * 0.36));
  const nRight = isNarrow ? undefined : labelWidth + columnGap + nWidth;
  const x = (nRight ?? labelWidth) + columnGap;
  return { width, labelWidth, nRight, plot: { x, width: Math.max(40, width - x - after) } };
};

/** Below this width, in pixels, a column for n would take too much from the bars. */
const narrow = 480;

/** The labels, the n and the headings of a layout. */
export const writeLabels = <Row extends ChartRow>(layout: Layout<Row>, fill: Paint): readonly string[] => [
  ...layout.headings.flatMap(({ lines, top }) =>
    lines.map((line, index) =>
      element('text', { ...fill('cb-text'), x: 0, y: top + index * lineHeight + fontSize, 'font-weight': 600 }, [
        escapeMarkup(line),
      ]),
    ),
  ),
  ...layout.rows.flatMap((placed) => writeRowLabel(placed, layout.nRight, fill)),
];

const writeRowLabel = <Row extends ChartRow>(
  { row, lines, middle }: PlacedRow<Row>,
  nRight: number | undefined,
  fill: Paint,
): readonly string[] => {
  const label = { ...fill('cb-text'), x: 0, ...weight(row) };
  if (nRight !== undefined) {
    return [
      ...writeLines(lines, middle, label),
      writeText(row.n, middle, { ...fill('cb-muted'), x: nRight, 'text-anchor': 'end' }),
    ];
  }
  const nMiddle = middle + (lines.length * lineHeight) / 2;
  return [...writeLines(lines, middle - lineHeight / 2, label), writeText(row.n, nMiddle, { ...fill('cb-muted'), x: 0 })];
};

const weight = (row: ChartRow): Readonly<Record<string, number>> => (row.total === true ? { 'font-weight': 600 } : {});

/** One line of text whose middle is at `middle`. */
export const writeText = (text: string, middle: number, attributes: Readonly<Record<string, string | number>>): string =>
  element('text', { ...attributes, y: middle + fontSize * 0.35 }, [escapeMarkup(text)]);

const writeLines = (
  lines: readonly string[],
  middle: number,
  attributes: Readonly<Record<string, string | number>>,
): readonly string[] =>
  lines.map((line, index) => writeText(line, middle + (index - (lines.length - 1) / 2) * lineHeight, attributes));

/** The row's place in words, for tips and descriptions: "Clear ideas, Agencies (n = 164)". */
export const rowName = (placed: { readonly row: ChartRow; readonly section: string | undefined }): string =>
  `${placed.section === undefined ? '' : `${placed.section}, `}${placed.row.label} (${placed.row.n})`;

/** The whole drawing: named for those who hear it, complete without script or style. */
export const writeChart = (
  chart: {
    readonly title: string;
    readonly description: readonly string[];
    readonly width: number;
    readonly height: number;
    readonly kind: string;
  },
  options: ChartOptions,
  children: readonly string[],
): string => {
  const height = Math.ceil(chart.height);
  const ground = options.standalone === true ? [element('rect', { width: chart.width, height, fill: '#ffffff' })] : [];
  const font = options.standalone === true ? { 'font-family': 'system-ui, Segoe UI, Helvetica, Arial, sans-serif' } : {};
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      class: `cb-chart cb-${chart.kind}`,
      width: chart.width,
      height,
      viewBox: `0 0 ${chart.width} ${height}`,
      'font-size': fontSize,
      ...font,
    },
    [
      element('title', {}, [escapeMarkup(chart.title)]),
      element('desc', {}, [escapeMarkup(chart.description.join(' '))]),
      ...ground,
      ...children,
    ],
  );
};

/** Room for labels at the right of the marks. */
export const labelRoom = (texts: readonly string[]): number =>
  Math.ceil((max(texts, (text) => textWidth(text, fontSize)) ?? 0) + 8);
