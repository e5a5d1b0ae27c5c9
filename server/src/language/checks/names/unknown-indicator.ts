import type { Check } from '../check';
import { unknownNames } from './unknown-names';

export const unknownIndicator: Check = {
  code: 'unknown-indicator',
  severity: 'error',
  title: 'Unknown indicator',
  doc: {
    why: 'A published figure is compared with the indicator it shows; without it nothing can be compared. Change the name, or declare the indicator.',
    wrong: `codebook: example
languages: [en]
questions:
  employees: {text: How many work here?, type: number}
indicators:
  mean_employees: {measure: mean, of: employees, base: substantive, by: []}
figures:
  employees_on_page_3: {source: {title: Work 2020}, indicator: mean_employes, mean: 12}
`,
    right: `codebook: example
languages: [en]
questions:
  employees: {text: How many work here?, type: number}
indicators:
  mean_employees: {measure: mean, of: employees, base: substantive, by: []}
figures:
  employees_on_page_3: {source: {title: Work 2020}, indicator: mean_employees, mean: 12}
`,
  },
  looksAt: ['figures'],
  run: unknownNames('indicator', 'an indicator', 'The indicator of a figure must be declared under `indicators`.'),
};
