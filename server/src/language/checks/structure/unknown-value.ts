import type { Check } from '../check';
import { fromStructure } from './from-structure';

export const unknownValue: Check = {
  code: 'unknown-value',
  severity: 'error',
  title: 'Value that is not one of those allowed',
  doc: {
    why: 'Some keys take one of a few words. Any other has no meaning and is not read. Choose one of those the message lists.',
    wrong: `codebook: example
languages: [en]
defaults: {rounding: half_upp}
`,
    right: `codebook: example
languages: [en]
defaults: {rounding: half_up}
`,
  },
  where: ['malformed'],
  run: fromStructure('unknown-value'),
};
