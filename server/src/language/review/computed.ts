import type { FigureNumbers, Rounding } from '../model/declarations';
import type { FigureKey } from '../model/figure-keys';

/** One published number: what it is of, by the keys that lead to it, and how it was rounded. */
export interface WantedNumber {
  readonly statistic: FigureNumbers['statistic'];
  readonly keys: readonly FigureKey[];
  readonly decimals: number;
  readonly rounding: Rounding;
}

/** What a definition and the data give for one published number: unrounded and rounded as printed, or why there is none. */
export type Computed =
  | { readonly kind: 'number'; readonly value: number; readonly rounded: number }
  | { readonly kind: 'none'; readonly reason: string };
