import type { Check, Finding, SuppressionUse } from '../check';

export const suppressionWithoutReason: Check = {
  code: 'suppression-without-reason',
  severity: 'warning',
  title: 'Suppression without a reason',
  doc: {
    why: 'A reviewer must be able to judge why a check does not apply. Write the reason after a colon: `# codebook-ignore unused-stage: used from the next wave on`.',
    wrong: `codebook: example
languages: [en]
stages:
  # codebook-ignore unused-stage
  results: {en: Results}
`,
    right: `codebook: example
languages: [en]
stages:
  # codebook-ignore unused-stage: its questions come with the next wave
  results: {en: Results}
`,
  },
  runOnComments: findWithoutReason,
};

function* findWithoutReason(suppressions: readonly SuppressionUse[]): Iterable<Finding> {
  for (const { suppression } of suppressions) {
    if (suppression.reason !== '') continue;
    yield {
      place: suppression.place,
      expected: 'A comment that switches off a check must say why, after a colon.',
      found: `\`${suppression.code}\` is switched off without a reason`,
    };
  }
}
