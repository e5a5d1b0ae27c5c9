import type { Check, CheckSubject, Finding } from '../check';

export const totalOfRespondents: Check = {
  code: 'total-of-respondents',
  severity: 'warning',
  title: 'Total of the respondents alone',
  doc: {
    why: 'A total is an estimate for the population. Without weights it is what the respondents add up to, which is less than the population by all who were not drawn or did not answer, and says nothing of either. Name the `weight` of the data; or measure a mean. Where everybody answered, say so in a comment that switches this off.',
    wrong: totalOf('{file: answers.csv, id: id}'),
    right: totalOf('{file: answers.csv, id: id, weight: weight}'),
  },
  looksAt: ['indicators'],
  run: findUnweighted,
};

function totalOf(data: string): string {
  return `codebook: example
languages: [en]
data: ${data}
questions:
  employees: {label: Employees, type: number, range: 0..}
indicators:
  staff: {measure: total, of: employees}
#- answers.csv
id,employees${data.includes('weight') ? ',weight' : ''}
1,12${data.includes('weight') ? ',2' : ''}
2,30${data.includes('weight') ? ',3' : ''}
`;
}

function* findUnweighted({ codebook, own }: CheckSubject): Iterable<Finding> {
  const { data } = codebook;
  for (const { id, measure, measureName, unweighted } of own.indicators) {
    if (measure !== 'total' || measureName === undefined) continue;
    // Without data nothing is added up yet.
    if (!unweighted && (data?.file === undefined || data.weight !== undefined)) continue;
    yield {
      place: measureName.place,
      expected: 'A total should be weighted up to the population.',
      found: unweighted ? `\`${id.text}\` says \`weight: none\`` : 'the data have no weight',
    };
  }
}
