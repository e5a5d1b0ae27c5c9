import type { Codebook } from '../../model/codebook';
import type { LocalizedText } from '../../model/declarations';
import { labelIn, labelsOf } from '../../model/labels';

/** A text of the codebook in a language, else in another; `''` where there is none. */
export function textIn(codebook: Codebook, text: LocalizedText | undefined, language: string): string {
  return labelIn(labelsOf([text], codebook.languages), language, '');
}

/** A full stop behind a reading, unless the label it ends with brings its own end. */
export function closed(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
