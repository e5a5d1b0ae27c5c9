import type { Check, CheckSubject, Finding } from '../check';

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
  run: findUnused,
};

function* findUnused({ suppressions, codes }: CheckSubject): Iterable<Finding> {
  for (const { suppression, used } of suppressions) {
    if (used !== 'no' || !codes.includes(suppression.code)) continue;
    yield {
      place: suppression.place,
      expected: 'A comment that switches off a check must stand above a problem of that kind.',
      found: `there is no \`${suppression.code}\` here`,
      tag: 'unnecessary',
      fixes: [{ title: 'Remove the comment', safe: true, edits: [{ place: suppression.place, newText: '' }] }],
    };
  }
}
