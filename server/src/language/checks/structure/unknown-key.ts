import type { Check } from '../check';
import { fromStructure } from './from-structure';

export const unknownKey: Check = {
  code: 'unknown-key',
  severity: 'error',
  title: 'Unknown key',
  doc: {
    why: 'A key that the language does not have there is not read, so what it says has no effect. Change it to the key that was meant.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, typ: text, type: text}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: text}
`,
  },
  run: fromStructure('unknown-key'),
};
