import type { Check } from '../check';
import { expressionFindings } from './expression-findings';
import { orders } from './scale-keys';

export const orderNeeded: Check = {
  code: 'order-needed',
  severity: 'error',
  title: 'Order of a scale without order',
  doc: {
    why: '`<` and `>` follow the meaning of the categories, never their codes. So the scale must say which way it runs: `order: ascending` starts with the least, `order: descending` with the most.',
    wrong: `codebook: example
languages: [en]
scales:
  extent:
    categories:
      high: {code: 1, label: High}
      some: {code: 2, label: Some}
      not_at_all: {code: 3, label: Not at all}
questions:
  support: {label: Support, scale: extent}
derived:
  supported: {label: Supported, value: support >= some}
`,
    right: `codebook: example
languages: [en]
scales:
  extent:
    order: descending
    categories:
      high: {code: 1, label: High}
      some: {code: 2, label: Some}
      not_at_all: {code: 3, label: Not at all}
questions:
  support: {label: Support, scale: extent}
derived:
  supported: {label: Supported, value: support >= some}
`,
  },
  where: ['expression'],
  run: expressionFindings('order-needed', orders),
};
