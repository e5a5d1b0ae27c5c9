import type { Codebook, Owner } from '../model/codebook';
import type { LocalizedText } from '../model/declarations';
import { labelIn } from '../model/labels';
import { textIn } from './readings/texts';

/** What an answer, a missing answer or a group is called in a language, by what owns it; `''` where it has no label. */
export function answerLabel(codebook: Codebook, owner: Owner, id: string, language: string): string {
  if (owner.kind === 'scale') {
    const scale = codebook.scales.get(owner.id);
    const parts: readonly Labelled[] = [...(scale?.categories ?? []), ...(scale?.missing ?? []), ...(scale?.groups ?? [])];
    return textIn(codebook, parts.find((part) => part.id.text === id)?.label, language);
  }
  const scale = codebook.variables.get(owner.id)?.scale;
  const parts = [...(scale?.categories ?? []), ...(scale?.missing ?? []), ...(scale?.groups ?? [])];
  return labelIn(parts.find((part) => part.id === id)?.labels ?? {}, language, '');
}

interface Labelled {
  readonly id: { readonly text: string };
  readonly label?: LocalizedText | undefined;
}
