import type { Check } from '../check';
import { expressionFindings } from './expression-findings';

export const unknownFunction: Check = {
  code: 'unknown-function',
  severity: 'error',
  title: 'Unknown function',
  doc: {
    why: 'Only the functions of the language have a meaning that every engine agrees on. Use one of them, or derive the value in the data.',
    wrong: `codebook: example
languages: [en]
questions:
  visits: {label: Visits, type: number}
  calls: {label: Calls, type: number}
derived:
  contacts: {label: Contacts, value: "summ(visits, calls)", unknown: complete}
`,
    right: `codebook: example
languages: [en]
questions:
  visits: {label: Visits, type: number}
  calls: {label: Calls, type: number}
derived:
  contacts: {label: Contacts, value: "sum(visits, calls)", unknown: complete}
`,
  },
  where: ['expression'],
  run: expressionFindings('unknown-function'),
};
