/**
 * What a chart is drawn from: plain data in words the reader sees. Numbers come rounded and worded (`text`) by whoever computed
 * them, so that a chart, its table and a hover never differ by a rounding. Every text is escaped by the drawing function.
 */

/** A number and its printed form, or the reason in words why there is none. Never NaN. */
export type ChartValue =
  | {
      readonly kind: 'value';
      /** A proportion 0..1 for shares; a number on the chart's range for means. */
      readonly value: number;
      /** As printed: "46 %". */
      readonly text: string;
      /** Its confidence interval, on the same scale, and as printed: "38–54 %". */
      readonly interval?: { readonly low: number; readonly high: number; readonly text: string };
    }
  | { readonly kind: 'none'; readonly reason: string };

/** One group of respondents, or one item. */
export interface ChartRow {
  readonly label: string;
  /** The unweighted number in the base, as printed: "n = 164". */
  readonly n: string;
  /** The row of all groups together is set apart. */
  readonly total?: boolean;
}

/** Rows under a common heading: the groups of one item. A chart without headings has one section without label. */
export interface ChartSection<Row extends ChartRow> {
  readonly label?: string;
  readonly rows: readonly Row[];
}

interface ChartCategory {
  readonly label: string;
  /** Don't know, no answer …: drawn in neutral grey, outside the colours of the scale. */
  readonly missing?: boolean;
}

/** Shares that make up their base. */
export interface StackedBarsSpec {
  readonly title: string;
  readonly categories: readonly ChartCategory[];
  /** An ordered scale is coloured from strong (most) to weak (least), a nominal one by hue. */
  readonly order: 'nominal' | 'most_first' | 'least_first';
  readonly sections: readonly ChartSection<StackedRow>[];
}

export interface StackedRow extends ChartRow {
  /** One value per category. Where one has no number the row shows its reason in place of a bar. */
  readonly values: readonly ChartValue[];
}

/** Shares that stand alone: of yes, or of those who ticked an option. */
export interface BarsSpec {
  readonly title: string;
  readonly sections: readonly ChartSection<ValueRow>[];
}

export interface ValueRow extends ChartRow {
  readonly value: ChartValue;
}

/** Means on a stated range. */
export interface DotsSpec {
  readonly title: string;
  readonly range: { readonly low: number; readonly high: number };
  /** What the ends of the range mean: "Not at all", "To a high degree". */
  readonly ends?: { readonly low: string; readonly high: string };
  readonly sections: readonly ChartSection<ValueRow>[];
}

export interface ChartOptions {
  /** CSS pixels; less than 240 is drawn as 240. */
  readonly width: number;
  /** For files outside the preview page: adds the colours of the light palette, a font and a white ground. */
  readonly standalone?: boolean;
}
