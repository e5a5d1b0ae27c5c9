import type { Check } from '../check';
import { fromSyntax } from './from-syntax';
import { withoutSign } from './removals';

export const anchorOrAlias: Check = {
  code: 'anchor-or-alias',
  severity: 'error',
  title: 'Anchor or alias',
  doc: {
    why: 'Anchors (`&name`) and aliases (`*name`) repeat text without a name that can be checked or renamed. Declare a scale once and use it by its id instead; a text that starts with `&` or `*` needs quotes.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied: {text: &asked Are you satisfied?, type: text}
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied: {text: Are you satisfied?, type: text}
`,
  },
  where: ['damage'],
  run: fromSyntax('anchor-or-alias', 'A codebook must not use anchors and aliases of YAML.', withoutSign),
};
