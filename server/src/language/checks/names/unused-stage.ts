import type { Check } from '../check';
import { unlessUsed, unusedNames } from './unused';

export const unusedStage: Check = {
  code: 'unused-stage',
  severity: 'warning',
  title: 'Stage that nobody uses',
  doc: {
    why: 'A stage without questions or indicators makes an empty part of every report. Remove it, or give the entries that belong to it their `stage`.',
    wrong: `codebook: example
languages: [en]
stages: {background: Background, results: Results}
questions:
  satisfied: {stage: results, text: Are you satisfied?, type: text}
`,
    right: `codebook: example
languages: [en]
stages: {results: Results}
questions:
  satisfied: {stage: results, text: Are you satisfied?, type: text}
`,
  },
  looksAt: ['stages'],
  run: unusedNames('stage', 'A stage should have entries that stand in it.'),
  together: unlessUsed('stage'),
};
