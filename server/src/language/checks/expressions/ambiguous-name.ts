import type { Check } from '../check';
import { expressionFindings } from './expression-findings';

export const ambiguousName: Check = {
  code: 'ambiguous-name',
  severity: 'error',
  title: 'Name that means two things',
  doc: {
    why: 'Compared with a question, a name is a category of its scale or a variable on the same scale. Where it is both, a reader can’t tell which was meant. Rename one of them.',
    wrong: `codebook: example
languages: [en]
scales:
  places:
    categories:
      home: {code: 1, label: At home}
      work: {code: 2, label: At work}
questions:
  born: {label: Place of birth, scale: places}
  home: {label: Home, scale: places}
derived:
  native: {label: Lives where born, value: born = home}
`,
    right: `codebook: example
languages: [en]
scales:
  places:
    categories:
      home: {code: 1, label: At home}
      work: {code: 2, label: At work}
questions:
  born: {label: Place of birth, scale: places}
  place: {label: Place, scale: places}
derived:
  native: {label: Lives where born, value: born = place}
`,
  },
  where: ['expression'],
  run: expressionFindings('ambiguous-name'),
};
