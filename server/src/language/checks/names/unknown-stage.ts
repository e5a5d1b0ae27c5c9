import type { Check } from '../check';
import { unknownNames } from './unknown-names';

export const unknownStage: Check = {
  code: 'unknown-stage',
  severity: 'error',
  title: 'Unknown stage',
  doc: {
    why: 'Reports are ordered by the stages of the process, and an entry in none of them is out of order. Change the name, or declare the stage under `stages`.',
    wrong: `codebook: example
languages: [en]
stages: {results: Results}
questions:
  satisfied: {stage: results, text: Are you satisfied?, type: text}
  employees: {stage: background, text: How many work here?, type: number}
`,
    right: `codebook: example
languages: [en]
stages: {background: Background, results: Results}
questions:
  satisfied: {stage: results, text: Are you satisfied?, type: text}
  employees: {stage: background, text: How many work here?, type: number}
`,
  },
  looksAt: ['questions', 'derived', 'indicators'],
  run: unknownNames('stage', 'a stage', 'Each stage that an entry stands in must be declared.'),
};
