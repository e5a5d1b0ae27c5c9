import type { Place } from '../../syntax/entry';
import type { FilePlace } from '../../workspace';

/** A few words shown between the letters of a file, which are not part of it. */
export interface Inlay extends InlayText {
  readonly offset: number;
  /** Where what is said is declared. */
  readonly target?: FilePlace;
}

interface InlayText {
  /** `label`: what an id stands for. `default`: what is written nowhere and holds all the same. */
  readonly kind: 'label' | 'default';
  /** One line, cut where it is long. */
  readonly text: string;
  /** Markdown: all of it. */
  readonly tooltip: string;
}

/** The same, said of an entry. */
export interface EntryInlay extends InlayText {
  readonly at: number;
  readonly target?: Place;
}
