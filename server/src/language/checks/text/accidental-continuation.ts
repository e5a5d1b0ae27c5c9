import type { Check } from '../check';
import { fromSyntax } from './from-syntax';
import { inColumnAbove } from './removals';

export const accidentalContinuation: Check = {
  code: 'accidental-continuation',
  severity: 'error',
  title: 'Line that continues the one above',
  doc: {
    why: 'A line that is indented deeper than the key above it becomes part of that key\'s text: `stage: results` with `ty` below it names the stage "results ty". Move the line to the column of the keys above and end the key with a colon.',
    wrong: `codebook: example
languages: [en]
questions:
  satisfied:
    text: Are you satisfied?
    column: satisfaction
      type: text
`,
    right: `codebook: example
languages: [en]
questions:
  satisfied:
    text: Are you satisfied?
    column: satisfaction
    type: text
`,
  },
  where: ['damage'],
  run: fromSyntax('accidental-continuation', 'A key must stand in the column of the keys above it.', inColumnAbove),
};
