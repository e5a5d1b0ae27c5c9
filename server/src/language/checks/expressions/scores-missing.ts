import type { Check } from '../check';
import { expressionFindings } from './expression-findings';
import { scores } from './scale-keys';

export const scoresMissing: Check = {
  code: 'scores-missing',
  severity: 'error',
  title: 'Score of a scale without scores',
  doc: {
    why: 'A mean of answers needs a number for each of them, and the codes are only names. State the `score` of each category, or `scores: codes` for the scale.',
    wrong: `codebook: example
languages: [en]
scales:
  extent:
    order: descending
    categories:
      high: {code: 1, label: High}
      some: {code: 2, label: Some}
questions:
  support: {label: Support, scale: extent}
indicators:
  mean_support: {measure: mean, of: score(support)}
`,
    right: `codebook: example
languages: [en]
scales:
  extent:
    order: descending
    categories:
      high: {code: 1, score: 4, label: High}
      some: {code: 2, score: 2, label: Some}
questions:
  support: {label: Support, scale: extent}
indicators:
  mean_support: {measure: mean, of: score(support)}
`,
  },
  where: ['expression'],
  run: expressionFindings('scores-missing', scores),
};
