import type { Check } from '../check';
import { unknownNames } from './unknown-names';

export const unknownScale: Check = {
  code: 'unknown-scale',
  severity: 'error',
  title: 'Unknown scale',
  doc: {
    why: 'A question without a known scale has no answers to count. Change the name, or declare the scale under `scales`.',
    wrong: `codebook: example
languages: [en]
scales:
  degree: {categories: {high: {code: 1}, low: {code: 2}}}
questions:
  pay: {text: How satisfied are you with your pay?, scale: degree}
  hours: {text: How satisfied are you with your hours?, scale: satisfaction}
`,
    right: `codebook: example
languages: [en]
scales:
  degree: {categories: {high: {code: 1}, low: {code: 2}}}
questions:
  pay: {text: How satisfied are you with your pay?, scale: degree}
  hours: {text: How satisfied are you with your hours?, scale: degree}
`,
  },
  looksAt: ['questions'],
  run: unknownNames('scale', 'a scale', 'Each scale that a question uses must be declared.'),
};
