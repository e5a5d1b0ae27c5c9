/** What a definition and the data give for one published number: unrounded and rounded as printed, or why there is none. */
export type Computed =
  | { readonly kind: 'number'; readonly value: number; readonly rounded: number }
  | { readonly kind: 'none'; readonly reason: string };
