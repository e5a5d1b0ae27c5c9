import type { Attributes } from './svg';

/**
 * Colours are class names: a page gives them meaning for its theme. A file on its own carries those of the light palette.
 * Series 1–6 and sequential 1–5 are the page's to choose; what lies between or beyond them is a mixture it derives.
 */
type SeriesClass = `cb-s${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;
type SequentialClass = `cb-q${1 | 2 | 3 | 4 | 5}` | `cb-q${1 | 2 | 3 | 4}h`;
export type FillClass = SeriesClass | SequentialClass | 'cb-missing';
type TextClass = 'cb-text' | 'cb-muted';
type GroundClass = 'cb-track' | 'cb-axis' | 'cb-whisker' | 'cb-halo';

export type Paint = (name: FillClass | TextClass | GroundClass) => Attributes;
/** The text on a filled segment. */
export type PaintOn = (name: FillClass) => Attributes;

export interface Painter {
  readonly fill: Paint;
  readonly on: PaintOn;
}

export const painter = (standalone: boolean): Painter => ({
  fill: (name) => (standalone ? { class: name, fill: lightPalette[name] } : { class: name }),
  on: (name) => (standalone ? { class: `cb-on ${onClass(name)}`, fill: onLight(name) } : { class: `cb-on ${onClass(name)}` }),
});

const onClass = (name: FillClass): string => name.replace('cb-', 'cb-on-');

/** White reads on the dark fills, black on the others: at least 4.5:1 on each. */
const onLight = (name: FillClass): string => (darkFills.includes(name) ? '#ffffff' : '#000000');

const darkFills: readonly FillClass[] = ['cb-s1', 'cb-s3', 'cb-s5', 'cb-q1', 'cb-q1h', 'cb-q2'];

/** The colours of a file on its own; the package's manifest offers the same to light themes. */
export const lightPalette: Readonly<Record<FillClass | TextClass | GroundClass, string>> = {
  'cb-s1': '#12436d',
  'cb-s2': '#28a197',
  'cb-s3': '#801650',
  'cb-s4': '#f46a25',
  'cb-s5': '#5c3d0a',
  'cb-s6': '#a285d1',
  'cb-s7': '#7da0bd',
  'cb-s8': '#a5d8d3',
  'cb-q1': '#12436d',
  'cb-q1h': '#195789',
  'cb-q2': '#1f6aa5',
  'cb-q2h': '#3880ba',
  'cb-q3': '#5095cf',
  'cb-q3h': '#71aadb',
  'cb-q4': '#91bfe6',
  'cb-q4h': '#abceec',
  'cb-q5': '#c4ddf2',
  'cb-missing': '#b4b8bb',
  'cb-text': '#1f1f1f',
  'cb-muted': '#5a5f63',
  'cb-track': '#eff1f3',
  'cb-axis': '#8a9096',
  'cb-whisker': '#1f1f1f',
  'cb-halo': '#ffffff',
};

/** The fill of each category: hues for a nominal scale, strong to weak for an ordered one, grey for what is no answer. */
export const categoryFills = (
  categories: readonly { readonly missing?: boolean }[],
  order: 'nominal' | 'most_first' | 'least_first',
): readonly FillClass[] => {
  const substantive = categories.filter((category) => category.missing !== true).length;
  const fills = substantiveFills(substantive, order);
  let next = 0;
  return categories.map((category) => {
    if (category.missing === true) return 'cb-missing';
    const fill = fills[next % Math.max(fills.length, 1)] ?? 'cb-s1';
    next += 1;
    return fill;
  });
};

const substantiveFills = (count: number, order: 'nominal' | 'most_first' | 'least_first'): readonly FillClass[] => {
  if (order === 'nominal') return series;
  const steps = count <= sequential.length ? sequential : halfSteps;
  const strongToWeak = spread(steps, count);
  return order === 'most_first' ? strongToWeak : [...strongToWeak].reverse();
};

/** `count` members of a list, evenly apart, ends included. */
const spread = (steps: readonly SequentialClass[], count: number): readonly SequentialClass[] =>
  Array.from({ length: count }, (_, index) => {
    const at = count === 1 ? 0 : Math.round((index * (steps.length - 1)) / (count - 1));
    return steps[at] ?? 'cb-q1';
  });

const series: readonly SeriesClass[] = ['cb-s1', 'cb-s2', 'cb-s3', 'cb-s4', 'cb-s5', 'cb-s6', 'cb-s7', 'cb-s8'];
const sequential: readonly SequentialClass[] = ['cb-q1', 'cb-q2', 'cb-q3', 'cb-q4', 'cb-q5'];
const halfSteps: readonly SequentialClass[] = [
  'cb-q1',
  'cb-q1h',
  'cb-q2',
  'cb-q2h',
  'cb-q3',
  'cb-q3h',
  'cb-q4',
  'cb-q4h',
  'cb-q5',
];
