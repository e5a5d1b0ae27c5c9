import type { Span } from '../../text/span';

/** What a number rests on and what rests on it: the nodes of the lineage. */
export type LineageKind = 'scale' | 'frame' | 'question' | 'derived' | 'indicator' | 'figure';

export interface LineageItem {
  readonly kind: LineageKind;
  readonly name: string;
  /** In the first language of the codebook; empty where there is none. */
  readonly label: string;
  readonly file: string;
  /** The whole declaration. */
  readonly span: Span;
  readonly nameSpan: Span;
}

export interface LineageStep {
  readonly item: LineageItem;
  /** Where the one that rests on the other names it, in the file of the one that does. */
  readonly places: readonly Span[];
}
