import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';

export const importMissing: Check = {
  code: 'import-missing',
  severity: 'error',
  title: 'Import of a file that is not there',
  doc: {
    why: "Names from a file that can't be read are unknown here, and nothing more is said of unknown names until it is found. Correct the path: it is relative to this file.",
    wrong: `codebook: example
languages: [en]
import: [./shared.codebook.yaml]
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
  runOnFile: findMissing,
};

function* findMissing({ codebook }: CheckSubject): Iterable<Finding> {
  for (const { kind, declaration } of codebook.imports) {
    if (kind !== 'missing') continue;
    yield {
      place: declaration.path.place,
      expected: 'An import must lead to a codebook.',
      found: `${code(declaration.path.text)} is not there`,
    };
  }
}
