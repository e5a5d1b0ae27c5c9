import { nearest } from '../../text/nearest';
import type { Check, Finding, SuppressionUse } from '../check';

export const unknownCheck: Check = {
  code: 'unknown-check',
  severity: 'warning',
  title: 'Suppression of a check that does not exist',
  doc: {
    why: 'A comment with a misspelt code switches nothing off. Every problem shows its code; `codebook explain` lists them all.',
    wrong: `codebook: example
languages: [en]
stages:
  # codebook-ignore unused-stag: its questions come with the next wave
  results: {en: Results}
questions:
  satisfied: {stage: results, text: {en: Are you satisfied?}, type: text}
`,
    right: `codebook: example
languages: [en]
stages:
  # codebook-ignore unused-stage: its questions come with the next wave
  results: {en: Results}
`,
  },
  runOnComments: findUnknown,
};

function* findUnknown(suppressions: readonly SuppressionUse[], codes: readonly string[]): Iterable<Finding> {
  for (const { suppression } of suppressions) {
    if (codes.includes(suppression.code)) continue;
    const place = { entry: suppression.place.entry, span: suppression.codeSpan };
    const similar = nearest(suppression.code, codes);
    yield {
      place,
      expected: 'A suppression comment must name the code of a check.',
      found: `\`${suppression.code}\` is not a check${similar.length > 0 ? `; the nearest is \`${similar[0]}\`` : ''}`,
      fixes: similar.map((code) => ({ title: `Change to \`${code}\``, safe: false, edits: [{ place, newText: code }] })),
    };
  }
}
