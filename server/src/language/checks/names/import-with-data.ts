import { code } from '../../text/code';
import type { Check, CheckSubject, Finding } from '../check';

export const importWithData: Check = {
  code: 'import-with-data',
  severity: 'error',
  title: 'Import of a codebook with data',
  doc: {
    why: 'A codebook with data is one unit type and one data set. If another could import it, two units or two weights could be mixed. Move the shared declarations into a third file without `data`, and import that into both.',
    wrong: `codebook: example
languages: [en]
import: [./other.codebook.yaml]
#- other.codebook.yaml
codebook: other
languages: [en]
data: {file: other.csv}
questions:
  employees: {text: How many work here?, type: number}
#- other.csv
employees
4
`,
    right: `codebook: example
languages: [en]
import: [./other.codebook.yaml]
#- other.codebook.yaml
codebook: other
languages: [en]
questions:
  employees: {text: How many work here?, type: number}
`,
  },
  runOnFile: findWithData,
};

function* findWithData({ codebook }: CheckSubject): Iterable<Finding> {
  for (const { kind, declaration, file } of codebook.imports) {
    const data = codebook.models.find((model) => model.file === file)?.header.data;
    if (kind !== 'found' || data === undefined) continue;
    yield {
      place: declaration.path.place,
      expected: 'A codebook with `data` must not be imported.',
      found: `${code(declaration.path.text)} has data`,
      related: [{ place: data.place, text: 'Its data are named here.' }],
    };
  }
}
