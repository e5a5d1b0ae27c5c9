import type { Check } from '../check';
import { fromSyntax } from './from-syntax';
import { withoutLine } from './removals';

export const severalDocuments: Check = {
  code: 'several-documents',
  severity: 'error',
  title: 'Several documents in one file',
  doc: {
    why: 'A line `---` starts a new YAML document, and what follows it is not read. One file is one codebook: put the other in a file of its own and import it, or remove the line.',
    wrong: `codebook: example
languages: [en]
---
questions:
  satisfied: {text: Are you satisfied?, type: text}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: text}
`,
  },
  where: ['damage'],
  run: fromSyntax('several-documents', 'A file must hold one document.', withoutLine),
};
