import type { Codebook } from '../../model/codebook';
import type { DataFinding } from '../../shares';
import type { Check, CheckSubject, Finding } from '../check';
import { asMissing } from './codes-to-declare';
import { examplesText, foundInData, respondents } from './data-findings';

export const valueOutOfRange: Check = {
  code: 'value-out-of-range',
  severity: 'error',
  title: 'Number outside its range',
  needsData: true,
  doc: {
    why: 'A number outside the declared range is not an answer: it is a slip of the pen, or a code for a missing answer that the codebook does not declare. Declare the code under `missing`, widen the range, or correct the data.',
    wrong: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
questions:
  age: {text: How old are you?, type: number, range: 15..110}
#- answers.csv
id,age
1,28
2,999
`,
    right: `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
questions:
  age: {text: How old are you?, type: number, range: 15..110}
#- answers.csv
id,age
1,28
2,99
`,
  },
  runOnFile: findOutside,
};

function findOutside(subject: CheckSubject): Iterable<Finding> {
  return foundInData(subject, 'out-of-range', (finding, name, _, least) => ({
    expected: 'Every number must lie within the declared range, or be declared as a missing answer.',
    found: `\`${name}\` of ${respondents(finding.count, least)} lies outside ${rangeOf(subject.codebook, finding)}: ${examplesText(finding, least)}`,
    fixesIn: ({ codebook }) => asMissing(codebook, finding),
  }));
}

function rangeOf({ variables }: Codebook, { variable = '' }: DataFinding): string {
  const range = variables.get(variable)?.declaration.range;
  return range === undefined ? 'its range' : `\`${range.text}\``;
}
