import type { Span } from '../../text/span';

export interface Hover {
  /** What it is about. */
  readonly span: Span;
  readonly markdown: string;
}
