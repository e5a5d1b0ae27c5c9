import type { Fix } from '../../problem';
import type { Suppression } from '../../syntax/entry';
import { lineStartBefore } from '../../text/lines';
import type { Check, Finding, SuppressionUse } from '../check';
import { safely, wholeLine } from '../fixes/edits';

export const unusedSuppression: Check = {
  code: 'unused-suppression',
  severity: 'warning',
  title: 'Suppression without a problem',
  doc: {
    why: 'A comment that switches off a check outlives its reason, and then hides the next real problem of that kind. Remove it.',
    wrong: `codebook: example
languages: [en]
stages:
  # codebook-ignore duplicate-id: both waves had it
  results: {en: Results}
questions:
  satisfied: {stage: results, text: {en: Are you satisfied?}, type: text}
`,
    right: `codebook: example
languages: [en]
stages:
  results: {en: Results}
questions:
  satisfied: {stage: results, text: {en: Are you satisfied?}, type: text}
`,
  },
  runOnComments: findUnused,
};

function* findUnused(suppressions: readonly SuppressionUse[], codes: readonly string[]): Iterable<Finding> {
  for (const { suppression, used } of suppressions) {
    if (used !== 'no' || !codes.includes(suppression.code)) continue;
    yield {
      place: suppression.place,
      expected: 'A comment that switches off a check must stand above a problem of that kind.',
      found: `there is no \`${suppression.code}\` here`,
      tag: 'unnecessary',
      fixes: withoutCode(suppression),
    };
  }
}

/** The comment with its line, or with the blanks before it where it follows text; of several codes only the one. */
function withoutCode({ place: { entry, span }, codeSpan, code }: Suppression): readonly Fix[] {
  const { text } = entry;
  const list = text.slice(span.start, span.end).split(':')[0] ?? '';
  if (/[a-z]\S*[\s,]+\S/i.test(list.replace(/^#\s*codebook-ignore\s*/, '').trim())) {
    const behind = /^[ \t]*,[ \t]*/.exec(text.slice(codeSpan.end, span.end))?.[0].length ?? 0;
    const before = behind > 0 ? 0 : (/[\s,]+$/.exec(text.slice(span.start, codeSpan.start))?.[0].length ?? 0);
    const place = { entry, span: { start: codeSpan.start - before, end: codeSpan.end + behind } };
    return safely(`Remove \`${code}\` from the comment`, [{ place, newText: '' }]);
  }
  const start = lineStartBefore(text, span.start);
  const before = text.slice(start, span.start);
  const own = before.trim() === '' ? wholeLine(entry, span) : { start: start + before.trimEnd().length, end: span.end };
  return safely('Remove the comment', [{ place: { entry, span: own }, newText: '' }]);
}
