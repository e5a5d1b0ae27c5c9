import { checks } from '../../checks';
import { lineBefore, textFrom } from './edit';
import { keysOf, type Offer, type Pool } from './pools';
import type { CompletionPlace } from './types';

/** In a comment: the word that switches off checks once it is begun, and behind it the codes of the checks. */
export function suppressionOffer(place: CompletionPlace): Offer {
  const before = lineBefore(place);
  const begun = /#[ \t]*([a-z-]+)$/.exec(before)?.[1];
  if (begun !== undefined && keyword.startsWith(begun)) return { pools: [keywordPool(place, begun)], typed: begun };
  const list = /#[ \t]*codebook-ignore[ \t]+([a-z-, \t]*)$/.exec(before)?.[1];
  if (list === undefined) return { pools: [], typed: '' };
  const typed = /[a-z-]*$/.exec(list)?.[0] ?? '';
  return { pools: [codePool(place, typed, list.slice(0, list.length - typed.length))], typed };
}

const keyword = 'codebook-ignore';

function keywordPool(place: CompletionPlace, typed: string): Pool {
  return {
    ids: [keyword],
    labelOf: () => '',
    complete: (id) => ({
      label: id,
      kind: 'keyword',
      detail: '',
      documentation: '',
      edit: { span: wordAt(place, typed), newText: `${id} ` },
      filter: id,
    }),
  };
}

function codePool(place: CompletionPlace, typed: string, others: string): Pool {
  const named = new Set(others.match(/[a-z-]+/g));
  const byCode = new Map(checks.map((check) => [check.code, check]));
  return {
    ids: keysOf(byCode),
    fits: (code) => !named.has(code),
    labelOf: (code) => byCode.get(code)?.title ?? '',
    complete: (code) => ({
      label: code,
      kind: 'check',
      detail: byCode.get(code)?.title ?? '',
      documentation: byCode.get(code)?.doc.why ?? '',
      edit: { span: wordAt(place, typed), newText: code },
      filter: code,
    }),
  };
}

/** The whole word, also what of it stands behind the cursor. */
function wordAt(place: CompletionPlace, typed: string) {
  const behind = /^[a-z-]*/.exec(textFrom(place, place.offset))?.[0] ?? '';
  return { start: place.offset - typed.length, end: place.offset + behind.length };
}
