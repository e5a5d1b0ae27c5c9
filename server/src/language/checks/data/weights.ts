import type { CheckSubject, Finding } from '../check';
import { foundInData, respondents } from './data-findings';

/** Respondents with a weight of one kind. `what` they have is a fragment: "a weight below zero". */
export function weightsFound(kind: 'weight-missing' | 'weight-negative' | 'weight-zero', expected: string, what: string) {
  return (subject: CheckSubject): Iterable<Finding> =>
    foundInData(subject, kind, ({ count }, name, _, least) => ({
      expected,
      found: `${respondents(count, least)} in \`${name}\` ${count === 1 ? 'has' : 'have'} ${what}`,
    }));
}

/** The example of the checks of weights: two respondents, of whom the second has the given weight. */
export function answersWithWeight(second: string): string {
  return `codebook: example
languages: [en]
data: {file: answers.csv, id: id, weight: weight}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
#- answers.csv
id,satisfied,weight
1,1,1.5
2,2,${second}
`;
}
