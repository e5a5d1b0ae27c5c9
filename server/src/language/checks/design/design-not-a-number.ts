import type { Check, CheckSubject, Finding } from '../check';
import { examplesText, foundInData } from '../data/data-findings';
import { designIn } from './design-example';

export const designNotANumber: Check = {
  code: 'design-not-a-number',
  severity: 'error',
  title: 'Population size or replicate weight that is no number',
  needsData: true,
  doc: {
    why: 'Population sizes and replicate weights are numbers, and a population has at least one unit. While a cell has none, there are no standard errors. Correct the cells, or name the column that was meant.',
    wrong: designIn('{fpc: population}', 'population', ['40', 'forty', '40']),
    right: designIn('{fpc: population}', 'population', ['40', '40', '40']),
  },
  runOnFile: findOthers,
};

function findOthers({ codebook, ...subject }: CheckSubject): Iterable<Finding> {
  const populations = new Set(codebook.data?.design?.fpc.map(({ text }) => text));
  return foundInData({ codebook, ...subject }, 'design-not-a-number', (finding, name, _, least) => ({
    expected: `A ${populations.has(finding.column) ? 'population size must be a number above 0' : 'replicate weight must be a number'}.`,
    found: `\`${name}\` has ${examplesText(finding, least)}`,
  }));
}
