import type { DisparityAspect } from './types';

/** One thing that a codebook says of something, in a form in which equal texts mean the same. */
export interface Facet {
  readonly aspect: DisparityAspect;
  /** The item, category or group it is of. */
  readonly part?: string;
  /** Of wordings: the language tag. */
  readonly language?: string;
  readonly said: string;
}

export function facetKey({ aspect, part, language }: Facet): string {
  return [aspect, part, language].join('\n');
}

/**
 * Whether an aspect is compared only where both rounds say something: a translation that one round lacks is no other wording, an
 * answer that it lacks is told by the list of answers, and a time or unit that it does not state is not known to differ.
 */
export function isSaidByBoth(aspect: DisparityAspect): boolean {
  switch (aspect) {
    case 'text':
    case 'item_text':
    case 'answer_text':
    case 'codes':
    case 'scores':
    case 'reference_period':
    case 'unit':
      return true;
    default:
      return false;
  }
}
