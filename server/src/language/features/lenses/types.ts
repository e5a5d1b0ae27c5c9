import type { Span } from '../../text/span';
import type { FilePlace } from '../../workspace';

/** A line above a declaration that says something about it; what, is found out when the line is seen. */
export interface Lens {
  readonly kind: LensKind;
  readonly subject: LensSubject;
  /** The declared name. */
  readonly span: Span;
}

/**
 * `uses`: how often it is named. `numbers`: its shares with their n. `published`: how its published numbers compare with
 * those computed. `preview`: the way to its chart.
 */
export type LensKind = 'uses' | 'numbers' | 'published' | 'preview';

export interface LensSubject {
  readonly kind: 'scale' | 'question' | 'derived' | 'indicator' | 'figure';
  readonly id: string;
}

export interface LensTitle {
  readonly text: string;
  /** Where its name stands, for a lens of uses. */
  readonly places: readonly FilePlace[];
}
