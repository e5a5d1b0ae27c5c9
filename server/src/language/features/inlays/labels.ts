import { bind } from '../../model/bind';
import type { Codebook, Use } from '../../model/codebook';
import { labelIn, yesNoWords } from '../../model/labels';
import { nameKey } from '../../model/use-index';
import { usesIn } from '../../model/uses';
import type { Entry } from '../../syntax/entry';
import { wholeCode } from '../../text/code';
import { answerLabel } from '../answer-label';
import { escapeMarkdown } from '../hover/markdown';
import type { Page } from '../page';
import { shortened } from '../short';
import { behindName } from './behind';
import type { EntryInlay } from './types';

/**
 * What the answers and items that an entry names are called: each once, and only where its label stands in another entry and
 * says more than its id.
 */
export function labelInlays({ codebook, language }: Page, entry: Entry): readonly EntryInlay[] {
  const said = new Set<string>();
  return usesIn(codebook, entry)
    .filter(({ declares, kind }) => !declares && (kind === 'category' || kind === 'item'))
    .sort((a, b) => a.place.span.start - b.place.span.start)
    .flatMap((use): readonly EntryInlay[] => {
      const key = nameKey(use.kind, use.name, use.owner);
      const label = labelOf(codebook, use, language);
      if (said.has(key) || saysNoMore(use.name, label)) return [];
      const binding = bind(codebook, use);
      const [target] = binding.kind === 'found' ? binding.to.places : [];
      if (target === undefined || target.entry === entry) return [];
      said.add(key);
      const tooltip = `${escapeMarkdown(label)} ${wholeCode(use.name)}`;
      return [{ at: behindName(entry, use.place.span.end), kind: 'label', text: shortened(label), tooltip, target }];
    });
}

function labelOf(codebook: Codebook, { kind, name, owner }: Use, language: string): string {
  if (owner === undefined) return '';
  if (kind === 'category') return answerLabel(codebook, owner, name, language);
  const item = codebook.variables.get(owner.id)?.items.find(({ id }) => id === name);
  return labelIn(item?.labels ?? {}, language, '');
}

/** A label that only repeats the id or a part of it (`size_0_10`, "0–10"), or another form of it, and the bare words for yes and no. */
function saysNoMore(id: string, label: string): boolean {
  const isBareAnswer =
    (id === 'yes' || id === 'no') && Object.values(yesNoWords[id]).some((word) => bare(word) === bare(label));
  return isBareAnswer || bare(id).includes(bare(label)) || isFormOf(label, id);
}

/** One word that begins as the id does: `agency`, "Agencies". */
function isFormOf(label: string, id: string): boolean {
  if (/\s/.test(label.trim()) || id.length < 4) return false;
  return bare(label).startsWith(bare(id).slice(0, Math.max(4, bare(id).length - 2)));
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
