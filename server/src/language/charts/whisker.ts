import type { Paint } from './paint';
import { element } from './svg';

/**
 * A confidence interval as a line with an end at each side, on a pale ground so that it is seen on a dark bar and beside it. The ends are
 * pixels from left to right.
 */
export const writeWhisker = (low: number, high: number, middle: number, fill: Paint): readonly string[] => [
  ...strokes(low, high, middle, 1).map((stroke) => element('rect', { ...fill('cb-halo'), ...stroke })),
  ...strokes(low, high, middle, 0).map((stroke) => element('rect', { ...fill('cb-whisker'), ...stroke })),
];

const endHeight = 7;

const strokes = (low: number, high: number, middle: number, margin: number) =>
  [
    { x: low, width: high - low, height: 1 },
    { x: low - 0.5, width: 1, height: endHeight },
    { x: high - 0.5, width: 1, height: endHeight },
  ].map(({ x, width, height }) => ({
    x: x - margin,
    y: middle - height / 2 - margin,
    width: width + 2 * margin,
    height: height + 2 * margin,
  }));
