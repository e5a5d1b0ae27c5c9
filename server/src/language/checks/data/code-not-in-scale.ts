import type { Codebook } from '../../model/codebook';
import type { DataFinding } from '../../shares';
import type { Check, CheckSubject, Finding } from '../check';
import { answersIn } from './answers-example';
import { asCategories, asMissing } from './codes-to-declare';
import { examplesText, foundInData } from './data-findings';

export const codeNotInScale: Check = {
  code: 'code-not-in-scale',
  severity: 'error',
  title: 'Code in the data that the scale does not know',
  needsData: true,
  doc: {
    why: 'An answer without a category is counted nowhere, and silently makes every share smaller. Declare the code as a category or as a missing answer with its kind, or correct the data.',
    wrong: answersIn(`id,satisfied
1,1
2,2
3,7
`),
    right: answersIn(`id,satisfied
1,1
2,2
`),
  },
  runOnFile: findUnknown,
};

function findUnknown(subject: CheckSubject): Iterable<Finding> {
  return foundInData(subject, 'unknown-code', (finding, name, _, least) => ({
    expected: 'Every code in the data must be a category or a missing answer of its scale.',
    found: `${examplesText(finding, least)} in \`${finding.column}\`; the codes of \`${name}\` are ${knownCodes(subject.codebook, finding)}`,
    fixesIn: ({ codebook }) => [...asMissing(codebook, finding), ...asCategories(codebook, finding)],
  }));
}

function knownCodes({ variables }: Codebook, { variable = '' }: DataFinding): string {
  const scale = variables.get(variable)?.scale;
  const codes = [...(scale?.categories ?? []), ...(scale?.missing ?? [])].flatMap(({ code }) =>
    code === undefined ? [] : [`\`${code}\``],
  );
  return codes.length > mostShown
    ? `${codes.slice(0, mostShown).join(', ')} and ${codes.length - mostShown} more`
    : codes.join(', ');
}

const mostShown = 12;
