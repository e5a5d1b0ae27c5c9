import type { Check } from '../check';
import { fromSyntax } from './from-syntax';
import { withoutSign } from './removals';

export const yamlTag: Check = {
  code: 'yaml-tag',
  severity: 'error',
  title: 'YAML tag',
  doc: {
    why: 'Tags (`!!str`, `!name`) tell YAML readers how to convert a value. A codebook reads every value as it is written, so that `01` stays `01`. Remove the tag; a text that starts with `!` needs quotes.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: text, column: !!str 01}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: text, column: "01"}
`,
  },
  where: ['damage'],
  run: fromSyntax('yaml-tag', 'A codebook must not use tags of YAML.', withoutSign),
};
