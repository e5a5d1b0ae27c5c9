import type { Check } from '../check';
import { fromSyntax } from './from-syntax';
import { closedBracket } from './removals';

export const yamlSyntax: Check = {
  code: 'yaml-syntax',
  severity: 'error',
  title: 'Text that is not YAML',
  doc: {
    why: 'A codebook is a YAML file. Where the text breaks its rules, what stands there cannot be read; all other entries still can. Mend brackets, quotes and indentation here first.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied:
    text: {en: Are you satisfied?
    type: text
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied:
    text: {en: Are you satisfied?}
    type: text
`,
  },
  where: ['damage'],
  run: fromSyntax('yaml-syntax', 'The text of a codebook must be YAML.', closedBracket),
};
