import type { Count, Waterfall, WaterfallLevel } from '../types';

/** A count of a waterfall, or `undefined` where the policy does not let it be told. */
export function toldCount(waterfall: Waterfall, level: WaterfallLevel): Count | undefined {
  return waterfall.notTold?.includes(level) === true ? undefined : waterfall[level];
}

/** Whether there is, or may be, somebody in the base. */
export function mayHaveBase(waterfall: Waterfall): boolean {
  return toldCount(waterfall, 'base')?.n !== 0;
}

/** A waterfall in which some levels are no longer told. */
export function withoutLevels(waterfall: Waterfall, levels: readonly WaterfallLevel[]): Waterfall {
  const gone = [...new Set([...(waterfall.notTold ?? []), ...levels])];
  if (gone.length === 0) return waterfall;
  const blank = Object.fromEntries(gone.map((level) => [level, { n: 0, weighted: 0 }]));
  return { ...waterfall, ...blank, notTold: gone };
}
