import type { Check } from '../check';
import { unlessUsed, unusedNames } from './unused';

export const unusedScale: Check = {
  code: 'unused-scale',
  severity: 'warning',
  title: 'Scale that nobody uses',
  doc: {
    why: 'A scale that no question uses is often left over from a question that was removed, or its name is misspelt where it was to be used. Remove it, or use it.',
    wrong: `codebook: example
languages: [en]
scales:
  degree: {categories: {high: {code: 1}, low: {code: 2}}}
questions:
  satisfied: {text: Are you satisfied?, type: text}
`,
    right: `codebook: example
languages: [en]
scales:
  degree: {categories: {high: {code: 1}, low: {code: 2}}}
questions:
  satisfied: {text: How satisfied are you?, scale: degree}
`,
  },
  looksAt: ['scales'],
  run: unusedNames('scale', 'A scale should be used by a question.'),
  together: unlessUsed('scale'),
};
