import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';

export const importOutside: Check = {
  code: 'import-outside',
  severity: 'error',
  title: 'Import from outside the workspace',
  doc: {
    why: 'A codebook must mean the same on every machine, so it imports only by relative paths and from inside the folder that is shared; nothing is fetched from the network. Move or copy the file into the folder.',
    wrong: `codebook: example
languages: [en]
import: [/surveys/common.codebook.yaml]
questions:
  satisfied: {text: Are you satisfied?, type: text}
`,
    right: `codebook: example
languages: [en]
import: [./common.codebook.yaml]
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
#- common.codebook.yaml
codebook: common
languages: [en]
scales:
  yes_no: {categories: {"yes": {code: 1}, "no": {code: 2}}}
`,
  },
  runOnFile: findOutside,
};

function* findOutside({ codebook }: CheckSubject): Iterable<Finding> {
  for (const { kind, declaration } of codebook.imports) {
    if (kind !== 'outside') continue;
    yield {
      place: declaration.path.place,
      expected: 'An import must be a relative path inside the workspace.',
      found: `${code(declaration.path.text)} leads elsewhere`,
    };
  }
}
