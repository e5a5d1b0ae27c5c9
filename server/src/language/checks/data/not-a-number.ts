import type { Check } from '../check';
import { asMissing } from './codes-to-declare';
import { examplesText, foundInData, respondents } from './data-findings';

export const notANumber: Check = {
  code: 'not-a-number',
  severity: 'error',
  title: 'Text where a number is due',
  needsData: true,
  doc: {
    why: "What is not a number can't be averaged: it counts as `invalid`. Declare a code as a missing answer, or correct the data; a decimal comma is understood, a space between thousands is not.",
    wrong: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
questions:
  age: {text: How old are you?, type: number}
#- answers.csv
id,age
1,28
2,many
`,
    right: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
questions:
  age: {text: How old are you?, type: number}
#- answers.csv
id,age
1,28
2,40
`,
  },
  runOnFile: (subject) =>
    foundInData(subject, 'not-a-number', (finding, name, _, least) => ({
      expected: 'The answers to a question of type `number` must be numbers, or declared as missing.',
      found: `\`${name}\` of ${respondents(finding.count, least)} is not a number: ${examplesText(finding, least)}`,
      fixesIn: ({ codebook }) => asMissing(codebook, finding),
    })),
};
